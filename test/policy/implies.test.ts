import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../src/policy/constraint.ts';
import { allowedSet, nothing } from '../../src/policy/constraints/allowed-set.ts';
import { entriesAsked } from '../../src/policy/constraints/entries.ts';
import { patternsOf } from '../../src/policy/constraints/patterns.ts';
import { implies } from '../../src/policy/implies.ts';
import { type SettingPath, settingAt } from '../../src/pool/settings.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const atLeast = (min: number): Constraint => ({ kind: 'interval', min, max: 99 });

describe('implies', () => {
  it.each<[string, SettingPath, Constraint, Constraint]>([
    ['a higher bound', length, atLeast(16), atLeast(14)],
    ['numbers within a bound', length, allowedSet([14, 20]), atLeast(14)],
    ['a text that matches', 'PoolName', allowedSet(['checkout']), patternsOf(['^check'])],
    ['one pattern more', 'PoolName', patternsOf(['^check', 'out$']), patternsOf(['out$'])],
    [
      'a tag with its text',
      'UserPoolTags',
      entriesAsked({}, [['team', 'a']]),
      entriesAsked({ required: ['team'] }),
    ],
  ])(
    '%s asks for all that the looser one asks for, and not the other way round',
    (_, path, stricter, looser) => {
      const setting = settingAt(path);

      expect(implies(stricter, looser, setting)).toBe(true);
      expect(implies(looser, stricter, setting)).toBe(false);
      expect(implies(looser, looser, setting)).toBe(true);
    },
  );

  it('two that permit every value of a setting imply each other, whatever their form', () => {
    const present: Constraint = { kind: 'present' };

    expect(implies(present, atLeast(6), settingAt(length))).toBe(true);
    expect(implies(atLeast(6), present, settingAt(length))).toBe(true);
  });

  it('a contradiction asks for everything', () => {
    const torn = entriesAsked({ required: ['team'], forbidden: ['team'] });
    const tags = settingAt('UserPoolTags');

    expect(implies(torn, entriesAsked({ required: ['stage'] }), tags)).toBe(true);
    expect(implies(nothing, atLeast(14), settingAt(length))).toBe(true);
  });
});
