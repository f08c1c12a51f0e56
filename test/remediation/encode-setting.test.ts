import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/pool/json.ts';
import type { SettingValue } from '../../src/pool/setting-value.ts';
import { type SettingPath, settingAt } from '../../src/pool/settings.ts';
import { encodeSetting } from '../../src/remediation/encode-setting.ts';

const encoded = (path: SettingPath, value: SettingValue, existing?: Json) =>
  encodeSetting(value, settingAt(path), existing);

const recovery = 'AccountRecoverySetting.RecoveryMechanisms';

describe('encodeSetting', () => {
  it('gives scalars, lists of names and tags as they are', () => {
    expect(encoded('Policies.PasswordPolicy.MinimumLength', 14, 8)).toBe(14);
    expect(encoded('AutoVerifiedAttributes', ['email'], ['phone_number'])).toEqual(['email']);
    expect(encoded('UserPoolTags', { team: 'checkout' }, { team: 'other' })).toEqual({ team: 'checkout' });
  });

  it('gives a recovery order priorities from 1', () => {
    expect(encoded(recovery, ['verified_email', 'verified_phone_number'])).toEqual([
      { Name: 'verified_email', Priority: 1 },
      { Name: 'verified_phone_number', Priority: 2 },
    ]);
  });

  it('keeps what a recovery mechanism holds besides, and drops the mechanisms that are not wanted', () => {
    const existing = [
      { Name: 'verified_phone_number', Priority: 1, Delay: 60 },
      { Name: 'verified_email', Priority: 2, Delay: 30 },
    ];

    expect(encoded(recovery, ['verified_email'], existing)).toEqual([
      { Name: 'verified_email', Priority: 1, Delay: 30 },
    ]);
  });

  it('passes over what is no recovery mechanism among those that the pool has', () => {
    const existing = [null, 'verified_email', { Name: 'verified_email', Priority: 2, Delay: 30 }];

    expect(encoded(recovery, ['verified_email'], existing)).toEqual([
      { Name: 'verified_email', Priority: 1, Delay: 30 },
    ]);
  });

  it('gives each named level its own structure, and keeps what is in it besides', () => {
    const existing = { Level1: { AcrValue: 'urn:old', Note: 'kept' } };

    expect(encoded('AcrConfiguration', { Level1: 'urn:new', Level2: 'urn:second' }, existing)).toEqual({
      Level1: { AcrValue: 'urn:new', Note: 'kept' },
      Level2: { AcrValue: 'urn:second' },
    });
  });
});
