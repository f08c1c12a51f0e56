import { describe, expect, it } from 'vitest';
import { describe as inWords } from '../../../src/policy/constraints/describe.ts';
import { holds } from '../../../src/policy/constraints/holds.ts';
import { intersect } from '../../../src/policy/constraints/intersect.ts';
import { nearest } from '../../../src/policy/constraints/nearest.ts';
import { settingAt } from '../../../src/pool/settings.ts';

const length = settingAt('Policies.PasswordPolicy.MinimumLength');
const validity = settingAt('Policies.PasswordPolicy.TemporaryPasswordValidityDays');
const between = (min: number, max: number) => ({ kind: 'interval', min, max }) as const;

describe('interval', () => {
  it('holds from its lower to its upper bound', () => {
    expect([7, 8, 10, 11].map((value) => holds(between(8, 10), value, length))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('does not hold for a pool without the setting', () => {
    expect(holds(between(6, 99), null, length)).toBe(false);
    expect(holds(between(0, 24), null, settingAt('Policies.PasswordPolicy.PasswordHistorySize'))).toBe(false);
  });

  it('leaves a value within its bounds where it is', () => {
    expect(nearest(between(8, 10), 9, length)).toEqual({ kind: 'value', value: 9 });
  });

  it('moves a value to the bound that it missed', () => {
    expect(nearest(between(8, 10), 6, length)).toEqual({ kind: 'value', value: 8 });
    expect(nearest(between(8, 10), 99, length)).toEqual({ kind: 'value', value: 10 });
  });

  it.each([
    { asks: 'at least 14', bounds: between(14, 99), setting: length, gives: 14 },
    { asks: 'at most 20', bounds: between(6, 20), setting: length, gives: 20 },
    { asks: 'at most 7', bounds: between(1, 7), setting: validity, gives: 7 },
    { asks: '8 to 10, where higher is safer', bounds: between(8, 10), setting: length, gives: 10 },
    { asks: 'any, where higher is safer', bounds: between(6, 99), setting: length, gives: 99 },
    { asks: 'any, where lower is safer', bounds: between(1, 365), setting: validity, gives: 1 },
    { asks: '3 to 5, where lower is safer', bounds: between(3, 5), setting: validity, gives: 3 },
  ])('gives a pool without the setting the bound of: $asks', ({ bounds, setting, gives }) => {
    expect(nearest(bounds, null, setting)).toEqual({ kind: 'value', value: gives });
  });

  it.each([
    [between(14, 99), 'at least 14'],
    [between(6, 20), 'at most 20'],
    [between(8, 10), '8 to 10'],
    [between(8, 8), '8'],
  ] as const)('names only the bounds that are not the API’s: %o is %s', (bounds, words) => {
    expect(inWords(bounds, length)).toBe(words);
  });

  it('meets an interval in what both contain, and nothing where they are apart', () => {
    expect(intersect(between(6, 20), between(14, 99))).toEqual(between(14, 20));
    expect(intersect(between(6, 14), between(14, 99))).toEqual(between(14, 14));
    expect(intersect(between(6, 8), between(14, 99))).toEqual({ kind: 'allowed', values: [] });
  });

  it('meets a set in those of its values that it contains', () => {
    expect(intersect(between(8, 20), { kind: 'allowed', values: [6, 8, 14, 30] })).toEqual({
      kind: 'allowed',
      values: [8, 14],
    });
  });
});
