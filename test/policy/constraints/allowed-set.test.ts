import { describe, expect, it } from 'vitest';
import { allowedSet } from '../../../src/policy/constraints/allowed-set.ts';
import { describe as inWords } from '../../../src/policy/constraints/describe.ts';
import { nearest } from '../../../src/policy/constraints/nearest.ts';
import { settingAt } from '../../../src/pool/settings.ts';

const length = settingAt('Policies.PasswordPolicy.MinimumLength');
const validity = settingAt('Policies.PasswordPolicy.TemporaryPasswordValidityDays');
const symbols = settingAt('Policies.PasswordPolicy.RequireSymbols');
const protection = settingAt('UserPoolAddOns.AdvancedSecurityMode');
const issuer = settingAt('IssuerConfiguration.Type');
const key = settingAt('LambdaConfig.PreTokenGenerationConfig.LambdaVersion');
const modes = ['OFF', 'AUDIT', 'ENFORCED'];

describe('set of allowed values', () => {
  it('has one form, whatever the order and number of its values', () => {
    expect(allowedSet(['ENFORCED', 'OFF', 'ENFORCED'], modes)).toEqual(
      allowedSet(['OFF', 'ENFORCED'], modes),
    );
    expect(allowedSet([14, 7, 14])).toEqual({ kind: 'allowed', values: [7, 14] });
    expect(allowedSet(['b', 'a'])).toEqual({ kind: 'allowed', values: ['a', 'b'] });
    expect(allowedSet([true, false])).toEqual({ kind: 'allowed', values: [false, true] });
    expect(allowedSet([], modes)).toEqual(allowedSet([]));
  });

  it('begins with the absence of the setting', () => {
    expect(allowedSet(['b', null, 'a']).values).toEqual([null, 'a', 'b']);
    expect(allowedSet([null, 'a']).values).toEqual([null, 'a']);
    expect(allowedSet(['a', null]).values).toEqual([null, 'a']);
    expect(allowedSet([7, null]).values).toEqual([null, 7]);
  });

  it('takes the nearest number, and of two equally near the safer one', () => {
    expect(nearest(allowedSet([10, 20]), 14, length)).toEqual({ kind: 'value', value: 10 });
    expect(nearest(allowedSet([10, 20]), 15, length)).toEqual({ kind: 'value', value: 20 });
    expect(nearest(allowedSet([10, 20]), 15, validity)).toEqual({ kind: 'value', value: 10 });
  });

  it('takes the nearest name on a scale, and of two equally near the safer one', () => {
    expect(nearest(allowedSet(['AUDIT', 'ENFORCED'], modes), 'OFF', protection)).toEqual({
      kind: 'value',
      value: 'AUDIT',
    });
    expect(nearest(allowedSet(['OFF', 'ENFORCED'], modes), 'AUDIT', protection)).toEqual({
      kind: 'value',
      value: 'ENFORCED',
    });
  });

  it('takes no step to the absence of the setting where a name on the scale is allowed too', () => {
    expect(nearest(allowedSet([null, 'AUDIT', 'ENFORCED'], modes), 'OFF', protection)).toEqual({
      kind: 'value',
      value: 'AUDIT',
    });
  });

  it('has no remedy where one of the names has no place on the scale', () => {
    expect(nearest(allowedSet(['AUDIT', 'STRICTER'], modes), 'OFF', protection)).toEqual({
      kind: 'no-remedy',
      reason: 'none of AUDIT, STRICTER is nearer than another',
    });
  });

  it('has a remedy without an order only where one value is allowed', () => {
    expect(nearest(allowedSet(['UPDATED']), 'ORIGINAL', issuer)).toEqual({ kind: 'value', value: 'UPDATED' });
    expect(nearest(allowedSet(['V2_0', 'V3_0']), 'V1_0', key)).toEqual({
      kind: 'no-remedy',
      reason: 'none of V2_0, V3_0 is nearer than another',
    });
  });

  it('has no remedy where nothing is allowed', () => {
    expect(nearest(allowedSet([]), 14, length)).toEqual({
      kind: 'no-remedy',
      reason: 'no value satisfies all rules',
    });
  });

  it.each([
    { values: ['AUDIT', 'ENFORCED'], gives: 'AUDIT' },
    { values: ['OFF', 'AUDIT'], gives: 'AUDIT' },
    { values: ['OFF', 'ENFORCED'], gives: 'ENFORCED' },
  ])('gives a pool without the setting $gives of $values', ({ values, gives }) => {
    expect(nearest(allowedSet(values, modes), null, protection)).toEqual({ kind: 'value', value: gives });
  });

  it('gives a pool without the setting the stated end of a scale, where the other one is safer too', () => {
    const lowerIsSafer = { ...protection, safer: 'lower' } as const;
    const given = (...values: string[]) => nearest(allowedSet(values, modes), null, lowerIsSafer);

    expect(given('OFF', 'AUDIT')).toEqual({ kind: 'value', value: 'AUDIT' });
    expect(given('AUDIT', 'ENFORCED')).toEqual({ kind: 'value', value: 'AUDIT' });
    expect(given('OFF', 'ENFORCED')).toEqual({ kind: 'value', value: 'OFF' });
    expect(given('OFF', 'AUDIT', 'ENFORCED')).toEqual({ kind: 'value', value: 'OFF' });
    const three = allowedSet(['a', 'b', 'c'], ['a', 'b', 'c', 'd']);
    expect(nearest(three, null, lowerIsSafer)).toEqual({ kind: 'value', value: 'c' });
  });

  it('gives a pool without the setting the safer of two values that have no scale', () => {
    expect(nearest(allowedSet([10, 20]), null, length)).toEqual({ kind: 'value', value: 20 });
    expect(nearest(allowedSet([10, 20]), null, validity)).toEqual({ kind: 'value', value: 10 });
    expect(nearest(allowedSet([true, false]), null, symbols)).toEqual({ kind: 'value', value: true });
  });

  it('takes a value that AWS added later to be none of its own', () => {
    expect(nearest(allowedSet(['AUDIT', 'ENFORCED'], modes), 'STRICTER', protection)).toEqual({
      kind: 'value',
      value: 'AUDIT',
    });
  });

  it.each([
    [allowedSet(['AUDIT', 'ENFORCED'], modes), 'at least AUDIT'],
    [allowedSet(['OFF', 'AUDIT'], modes), 'at most AUDIT'],
    [allowedSet(['OFF', 'ENFORCED'], modes), 'one of OFF, ENFORCED'],
    [allowedSet(modes, modes), 'one of OFF, AUDIT, ENFORCED'],
    [allowedSet(['ENFORCED'], modes), 'ENFORCED'],
    [allowedSet([true]), 'true'],
    [allowedSet([14, 7]), 'one of 7, 14'],
    [allowedSet([]), 'no value at all'],
  ])('describes %o as %s', (set, words) => {
    expect(inWords(set, protection)).toBe(words);
  });
});
