import { describe, expect, it } from 'vitest';
import { canBeAbsent, readsAsEmpty, readsAsNull } from '../../src/policy/absence.ts';
import { type SettingPath, settingAt } from '../../src/pool/settings.ts';

describe('absence', () => {
  it.each<
    [SettingPath, string, { readonly can: boolean; readonly asNull: boolean; readonly asEmpty: boolean }]
  >([
    ['LambdaConfig.PreSignUp', 'no trigger', { can: true, asNull: true, asEmpty: false }],
    ['UserPoolTags', 'no tags', { can: true, asNull: false, asEmpty: true }],
    ['AutoVerifiedAttributes', 'an empty list', { can: true, asNull: false, asEmpty: true }],
    ['DcrConfiguration.AllowedScopes', 'AWS’s defaults', { can: false, asNull: true, asEmpty: false }],
    ['AcrConfiguration', 'all keys', { can: false, asNull: true, asEmpty: false }],
    ['PoolName', 'nothing that AWS has', { can: false, asNull: false, asEmpty: false }],
    [
      'Policies.PasswordPolicy.MinimumLength',
      'nothing that is known',
      { can: false, asNull: false, asEmpty: false },
    ],
    ['Policies.PasswordPolicy.PasswordHistorySize', 'zero', { can: false, asNull: false, asEmpty: false }],
    ['UserPoolAddOns.AdvancedSecurityMode', 'OFF', { can: false, asNull: false, asEmpty: false }],
    [
      'Policies.SignInPolicy.AllowedFirstAuthFactors',
      'a list of one',
      { can: false, asNull: false, asEmpty: false },
    ],
  ])('without %s a pool has %s', (path, _, { can, asNull, asEmpty }) => {
    const setting = settingAt(path);

    expect([canBeAbsent(setting), readsAsNull(setting), readsAsEmpty(setting)]).toEqual([
      can,
      asNull,
      asEmpty,
    ]);
  });

  it('of what AWS only tells is no state that a rule could ask for', () => {
    expect(canBeAbsent({ ...settingAt('Id'), absentInRead: 'none' })).toBe(false);
  });

  it('of a map without keys of its own is a state where it reads as null', () => {
    expect(canBeAbsent({ ...settingAt('UserPoolTags'), absentInRead: 'none' })).toBe(true);
  });

  it('of what reads as null is not empty', () => {
    expect(readsAsEmpty({ ...settingAt('UserPoolTags'), absentInRead: { value: null } })).toBe(false);
  });
});
