import { describe, expect, it } from 'vitest';
import { jsonAt, nameOf, readSetting, tagsOf } from '../../src/pool/pool-snapshot.ts';
import { type SettingPath, settingAt } from '../../src/pool/settings.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const read = (path: SettingPath, overrides: Parameters<typeof aPoolSnapshot>[0] = {}) =>
  readSetting(aPoolSnapshot(overrides), settingAt(path));

describe('readSetting', () => {
  it('reads the recovery order by priority, whatever the order of the list', () => {
    const mechanisms = [
      { Name: 'verified_phone_number', Priority: 2 },
      { Name: 'verified_email', Priority: 1 },
    ];

    expect(
      read('AccountRecoverySetting.RecoveryMechanisms', {
        set: { 'AccountRecoverySetting.RecoveryMechanisms': mechanisms },
      }),
    ).toEqual(['verified_email', 'verified_phone_number']);
  });

  it('takes a missing recovery setting for phone, then email', () => {
    expect(
      read('AccountRecoverySetting.RecoveryMechanisms', { userPool: { AccountRecoverySetting: undefined } }),
    ).toEqual(['verified_phone_number', 'verified_email']);
  });

  it('reads the pool name where Describe has it', () => {
    expect(read('PoolName')).toBe('checkout-production');
  });

  it('reads a temporary password’s validity at its former place, where the present one is missing', () => {
    const value = read('Policies.PasswordPolicy.TemporaryPasswordValidityDays', {
      set: {
        'Policies.PasswordPolicy.TemporaryPasswordValidityDays': undefined,
        'AdminCreateUserConfig.UnusedAccountValidityDays': 30,
      },
    });

    expect(value).toBe(30);
  });

  it('takes a validity of 0 days for 7, as AWS does', () => {
    const set = { 'Policies.PasswordPolicy.TemporaryPasswordValidityDays': 0 };

    expect(read('Policies.PasswordPolicy.TemporaryPasswordValidityDays', { set })).toBe(7);
  });

  it('takes missing threat protection for OFF', () => {
    expect(read('UserPoolAddOns.AdvancedSecurityMode', { userPool: { UserPoolAddOns: undefined } })).toBe(
      'OFF',
    );
  });

  it('tells remembering nothing from remembering with everything false', () => {
    const off = { userPool: { DeviceConfiguration: undefined } };
    const on = { set: { 'DeviceConfiguration.ChallengeRequiredOnNewDevice': false } };

    expect(read('DeviceConfiguration.ChallengeRequiredOnNewDevice', off)).toBeNull();
    expect(read('DeviceConfiguration.ChallengeRequiredOnNewDevice', on)).toBe(false);
  });

  it('reads factors from GetUserPoolMfaConfig', () => {
    const mfaConfig = { SoftwareTokenMfaConfiguration: { Enabled: true } };

    expect(read('SoftwareTokenMfaConfiguration.Enabled', { mfaConfig })).toBe(true);
  });

  it('takes a value of another form than the catalogue’s for none', () => {
    const set = { 'Policies.PasswordPolicy.MinimumLength': 'fourteen' };

    expect(read('Policies.PasswordPolicy.MinimumLength', { set })).toBeNull();
  });
});

describe('a snapshot', () => {
  it('has no name and no tags where AWS sent none', () => {
    const bare = aPoolSnapshot({ userPool: { Name: undefined, UserPoolTags: undefined } });

    expect(nameOf(bare)).toBeNull();
    expect(tagsOf(bare)).toEqual({});
  });

  it('is never read through a prototype', () => {
    expect(jsonAt({}, 'constructor.name')).toBeUndefined();
    expect(jsonAt({ a: {} }, 'a.toString')).toBeUndefined();
  });
});
