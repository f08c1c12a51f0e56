import { describe, expect, it } from 'vitest';
import { allowedSet } from '../../src/policy/constraints/allowed-set.ts';
import { describeWeakening, weakeningBy } from '../../src/policy/weakening.ts';
import type { SettingValue } from '../../src/pool/setting-value.ts';
import { type SettingPath, settingAt } from '../../src/pool/settings.ts';

const length = settingAt('Policies.PasswordPolicy.MinimumLength');

describe('weakening', () => {
  it('is by the first value that a remedy would make less safe', () => {
    expect(weakeningBy(allowedSet([14]), length)).toEqual({ from: 15, to: 14 });
    expect(weakeningBy({ kind: 'interval', min: 14, max: 99 }, length)).toBeUndefined();
  });

  it('is by a rule’s own remedy too', () => {
    const verification = settingAt('WebAuthnConfiguration.UserVerification');

    expect(weakeningBy({ kind: 'present' }, verification, 'preferred')).toBeUndefined();
    expect(weakeningBy(allowedSet([null]), verification)).toEqual({ from: 'preferred', to: null });
  });

  it.each<[SettingPath, SettingValue, SettingValue, string]>([
    ['Policies.PasswordPolicy.MinimumLength', 15, 14, 'a pool with 15 would be lowered to 14'],
    ['Policies.PasswordPolicy.TemporaryPasswordValidityDays', 1, 7, 'a pool with 1 would be raised to 7'],
    ['MfaConfiguration', 'ON', 'OFF', 'a pool with ON would be lowered to OFF'],
    [
      'WebAuthnConfiguration.UserVerification',
      'required',
      null,
      'a pool with required would be changed to not set',
    ],
    ['Policies.PasswordPolicy.RequireSymbols', true, false, 'a pool with true would be changed to false'],
    ['AutoVerifiedAttributes', ['email'], [], 'a pool with email would be changed to (none)'],
  ])('of %s from %o to %o is: %s', (path, from, to, words) => {
    expect(describeWeakening({ from, to }, settingAt(path))).toBe(words);
  });
});
