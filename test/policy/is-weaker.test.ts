import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf } from '../../src/policy/domain.ts';
import { isWeaker } from '../../src/policy/is-weaker.ts';
import type { SettingValue } from '../../src/pool/setting-value.ts';
import { type SettingPath, settingAt, settings } from '../../src/pool/settings.ts';

describe('isWeaker', () => {
  it.each<[SettingPath, SettingValue, SettingValue]>([
    ['Policies.PasswordPolicy.MinimumLength', 20, 14],
    ['Policies.PasswordPolicy.TemporaryPasswordValidityDays', 1, 7],
    ['Policies.PasswordPolicy.RequireSymbols', true, false],
    ['UserPoolAddOns.AdvancedSecurityMode', 'ENFORCED', 'AUDIT'],
    ['AutoVerifiedAttributes', ['email'], []],
    ['Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD'], ['PASSWORD', 'SMS_OTP']],
    ['AccountRecoverySetting.RecoveryMechanisms', ['admin_only'], ['verified_email']],
    [
      'AccountRecoverySetting.RecoveryMechanisms',
      ['verified_email', 'verified_phone_number'],
      ['verified_phone_number', 'verified_email'],
    ],
    [
      'AccountRecoverySetting.RecoveryMechanisms',
      ['admin_only', 'verified_email'],
      ['admin_only', 'verified_phone_number'],
    ],
  ])('%s from %o to %o is weaker, and not the other way round', (path, from, to) => {
    expect(isWeaker(from, to, settingAt(path))).toBe(true);
    expect(isWeaker(to, from, settingAt(path))).toBe(false);
  });

  it('takes a member exchanged for another to be lost', () => {
    const verified = settingAt('AutoVerifiedAttributes');

    expect(isWeaker(['email'], ['phone_number'], verified)).toBe(true);
    expect(isWeaker(['phone_number'], ['email'], verified)).toBe(true);
  });

  it('is never so where the setting has no safer direction', () => {
    expect(isWeaker('UPDATED', 'ORIGINAL', settingAt('IssuerConfiguration.Type'))).toBe(false);
  });

  it('is so where a setting is taken away for which AWS has such a state', () => {
    const verification = settingAt('WebAuthnConfiguration.UserVerification');

    expect(isWeaker('preferred', null, verification)).toBe(true);
    expect(isWeaker(null, 'preferred', verification)).toBe(false);
  });

  it('is never so of a text or a map', () => {
    expect(isWeaker('a', 'b', { ...settingAt('PoolName'), safer: 'higher' })).toBe(false);
    expect(isWeaker({ team: 'a' }, {}, { ...settingAt('UserPoolTags'), safer: 'higher' })).toBe(false);
  });

  it('is never so where a ranking only ends earlier or later', () => {
    const recovery = settingAt('AccountRecoverySetting.RecoveryMechanisms');

    expect(isWeaker(['verified_email', 'admin_only'], ['verified_email'], recovery)).toBe(false);
    expect(isWeaker(['verified_email'], ['verified_email', 'admin_only'], recovery)).toBe(false);
    expect(isWeaker(['admin_only', 'verified_email'], ['admin_only'], recovery)).toBe(false);
  });

  it('is never so from or to a pool without the setting', () => {
    const length = settingAt('Policies.PasswordPolicy.MinimumLength');

    expect([isWeaker(null, 6, length), isWeaker(99, null, length)]).toEqual([false, false]);
  });

  it('no value of any setting is weaker than itself', () => {
    const listable = settings.filter((setting) => domainOf(setting) !== undefined);
    fc.assert(
      fc.property(
        fc
          .constantFrom(...listable)
          .chain((setting) => fc.tuple(fc.constant(setting), fc.constantFrom(...(domainOf(setting) ?? [])))),
        ([setting, value]) => !isWeaker(value, value, setting),
      ),
    );
  });
});
