import { describe, expect, it } from 'vitest';
import { domainOf } from '../../src/policy/domain.ts';
import { integerBounds } from '../../src/policy/integer-bounds.ts';
import type { SettingValue } from '../../src/pool/setting-value.ts';
import { type SettingPath, settingAt } from '../../src/pool/settings.ts';

describe('domainOf', () => {
  it.each<[SettingPath, readonly SettingValue[]]>([
    ['Policies.PasswordPolicy.RequireSymbols', [false, true]],
    ['MfaConfiguration', ['OFF', 'OPTIONAL', 'ON']],
    ['WebAuthnConfiguration.UserVerification', [null, 'preferred', 'required']],
    ['AutoVerifiedAttributes', [[], ['phone_number'], ['email'], ['phone_number', 'email']]],
    [
      'AccountRecoverySetting.RecoveryMechanisms',
      [
        ['admin_only'],
        ['admin_only', 'verified_email'],
        ['admin_only', 'verified_phone_number'],
        ['verified_email'],
        ['verified_email', 'admin_only'],
        ['verified_email', 'verified_phone_number'],
        ['verified_phone_number'],
        ['verified_phone_number', 'admin_only'],
        ['verified_phone_number', 'verified_email'],
      ],
    ],
  ])('lists every value of %s', (path, values) => {
    expect(domainOf(settingAt(path))).toEqual(values);
  });

  it('lists whole numbers from the least to the greatest', () => {
    const lengths = domainOf(settingAt('Policies.PasswordPolicy.MinimumLength'));

    expect([lengths?.length, lengths?.at(0), lengths?.at(1), lengths?.at(-1)]).toEqual([94, 6, 7, 99]);
  });

  it('lists only as many members as AWS takes', () => {
    const factors = settingAt('Policies.SignInPolicy.AllowedFirstAuthFactors');
    const domain = domainOf(factors);

    expect(domain).toHaveLength(31);
    expect(domain).not.toContainEqual([]);
    expect(domain).toContainEqual(['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'SOFTWARE_TOKEN']);
    const few = { kind: 'members', values: ['a', 'b', 'c'], min: 1, max: 2 } as const;
    expect(domainOf({ ...factors, kind: few })).toEqual([
      ['a'],
      ['b'],
      ['a', 'b'],
      ['c'],
      ['a', 'c'],
      ['b', 'c'],
    ]);
  });

  it.each<SettingPath>(['PoolName', 'UserPoolTags', 'DcrConfiguration.AllowedScopes', 'Id'])(
    'lists no values of %s',
    (path) => {
      expect(domainOf(settingAt(path))).toBeUndefined();
    },
  );
});

describe('integerBounds', () => {
  it.each<[SettingPath, { readonly min: number; readonly max: number }]>([
    ['Policies.PasswordPolicy.MinimumLength', { min: 6, max: 99 }],
    ['Policies.PasswordPolicy.PasswordHistorySize', { min: 0, max: 24 }],
    ['Policies.PasswordPolicy.TemporaryPasswordValidityDays', { min: 1, max: 365 }],
  ])('of %s are %o', (path, bounds) => {
    expect(integerBounds(settingAt(path))).toEqual(bounds);
  });

  it('throw for what is no number', () => {
    expect(() => integerBounds(settingAt('PoolName'))).toThrow('PoolName is no number.');
  });
});
