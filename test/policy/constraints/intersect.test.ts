import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../../src/policy/constraint.ts';
import { entriesAsked } from '../../../src/policy/constraints/entries.ts';
import { intersect } from '../../../src/policy/constraints/intersect.ts';
import { membersAsked } from '../../../src/policy/constraints/members.ts';
import { patternsOf } from '../../../src/policy/constraints/patterns.ts';

const interval: Constraint = { kind: 'interval', min: 8, max: 10 };
const allowed: Constraint = { kind: 'allowed', values: [null, 'a'] };
const present: Constraint = { kind: 'present' };
const patterns = patternsOf(['a']);
const members = membersAsked({ required: ['a'] });
const entries = entriesAsked({ required: ['a'] });

describe('intersect', () => {
  it.each<[Constraint, Constraint]>([
    [members, entries],
    [members, allowed],
    [members, interval],
    [members, patterns],
    [members, present],
    [entries, allowed],
    [entries, interval],
    [entries, patterns],
    [entries, present],
    [interval, patterns],
  ])('throws for two that no setting takes both, in either order: %#', (left, right) => {
    expect(() => intersect(left, right)).toThrow(`No setting takes both: ${left.kind}, ${right.kind}.`);
    expect(() => intersect(right, left)).toThrow(`No setting takes both: ${right.kind}, ${left.kind}.`);
  });

  it('takes the absence of the setting from a set where it has to be there', () => {
    expect(intersect(allowed, present)).toEqual({ kind: 'allowed', values: ['a'] });
    expect(intersect(present, allowed)).toEqual({ kind: 'allowed', values: ['a'] });
  });

  it.each([interval, patterns, present])('adds nothing to %o where the setting has to be there', (other) => {
    expect(intersect(other, present)).toEqual(other);
    expect(intersect(present, other)).toEqual(other);
  });
});
