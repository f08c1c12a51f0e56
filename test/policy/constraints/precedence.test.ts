import { describe, expect, it } from 'vitest';
import { contradiction } from '../../../src/policy/constraints/contradiction.ts';
import { describe as inWords } from '../../../src/policy/constraints/describe.ts';
import { holds } from '../../../src/policy/constraints/holds.ts';
import { intersect } from '../../../src/policy/constraints/intersect.ts';
import { membersAsked } from '../../../src/policy/constraints/members.ts';
import { nearest } from '../../../src/policy/constraints/nearest.ts';
import { precedenceOf } from '../../../src/policy/constraints/precedence.ts';
import { settingAt } from '../../../src/pool/settings.ts';

const inOrder = (names: readonly string[]) => membersAsked({}, precedenceOf(names));

const recovery = settingAt('AccountRecoverySetting.RecoveryMechanisms');
const emailFirst = inOrder(['verified_email', 'verified_phone_number']);
const phoneFirst = inOrder(['verified_phone_number', 'verified_email']);

describe('precedence', () => {
  it('holds for the members in order, and where one or both are not there', () => {
    for (const value of [
      ['verified_email', 'verified_phone_number'],
      ['verified_email'],
      ['admin_only'],
      null,
    ]) {
      expect(holds(emailFirst, value, recovery)).toBe(true);
    }
    expect(holds(emailFirst, ['verified_phone_number', 'verified_email'], recovery)).toBe(false);
  });

  it('sorts the members that are there and leaves the others where they are', () => {
    expect(nearest(inOrder(['b', 'a']), ['x', 'a', 'y', 'b'], recovery)).toEqual({
      kind: 'value',
      value: ['x', 'y', 'b', 'a'],
    });
  });

  it('says nothing of a third member that only stands between two others', () => {
    const both = intersect(inOrder(['a', 'b']), inOrder(['b', 'c']));

    expect(holds(both, ['c', 'a'], recovery)).toBe(true);
    expect(nearest(both, ['c', 'b', 'a'], recovery)).toEqual({ kind: 'value', value: ['a', 'b', 'c'] });
  });

  it('has no remedy for a list with members that must each be first, and holds without one of them', () => {
    const both = intersect(emailFirst, phoneFirst);

    expect(nearest(both, ['verified_email', 'verified_phone_number'], recovery)).toEqual({
      kind: 'no-remedy',
      reason: 'verified_email and verified_phone_number must each stand before the other',
    });
    expect(holds(both, ['verified_email'], recovery)).toBe(true);
  });

  it('contradicts itself where it goes in a circle', () => {
    expect(contradiction(intersect(emailFirst, phoneFirst), recovery)).toBe('no order satisfies them all');
    expect(contradiction(inOrder(['a', 'b', 'c']), recovery)).toBeUndefined();
  });

  it('meets no other kind of constraint', () => {
    expect(() => intersect(emailFirst, { kind: 'allowed', values: [1] })).toThrow('No setting takes both');
  });

  it('is described as a chain, or pair by pair where it is none', () => {
    expect(inWords(inOrder(['a', 'b', 'c']), recovery)).toBe('a before b before c');
    expect(inWords(intersect(inOrder(['a', 'b']), inOrder(['a', 'c'])), recovery)).toBe(
      'a before b, a before c',
    );
    expect(inWords(intersect(emailFirst, phoneFirst), recovery)).toBe(
      'verified_email before verified_phone_number, verified_phone_number before verified_email',
    );
  });
});
