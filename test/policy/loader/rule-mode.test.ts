import { describe, expect, it } from 'vitest';
import { remediationMistake } from '../../../src/policy/loader/rule-mode.ts';
import { compileRequirement } from '../../../src/policy/loader/rule-requirement.ts';
import type { Setting } from '../../../src/pool/setting.ts';
import { settingAt } from '../../../src/pool/settings.ts';

const length = settingAt('Policies.PasswordPolicy.MinimumLength');
const validity = settingAt('Policies.PasswordPolicy.TemporaryPasswordValidityDays');
const customAuth = settingAt('UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode');
const verification = settingAt('WebAuthnConfiguration.UserVerification');
const protection = settingAt('UserPoolAddOns.AdvancedSecurityMode');

const mistakeOf = (
  setting: Setting,
  asks: { readonly [operator: string]: unknown },
  allowWeakening = false,
) => {
  const { requirement, mistakes } = compileRequirement(asks, setting);
  if (!requirement) throw new Error(JSON.stringify(mistakes));
  return remediationMistake(setting, requirement, { allowWeakening });
};

const weakens = 'This rule can make a pool less safe:';

describe('remediationMistake', () => {
  it('is that the setting can only be reported', () => {
    const fixed = settingAt('UsernameConfiguration.CaseSensitive');

    expect(mistakeOf(fixed, { equals: false })).toEqual({
      in: ['setting'],
      message: `${fixed.path} is fixed when a pool is created, so it can only be reported: write mode: notify.`,
    });
    expect(mistakeOf({ ...fixed, calls: ['none'] }, { equals: false })).toEqual({
      in: ['setting'],
      message: `${fixed.path} can't be set, so it can only be reported: write mode: notify.`,
    });
  });

  it('is none where a remedy only tightens, or a ticket permits it to weaken', () => {
    expect(mistakeOf(length, { atLeast: 14 })).toBeUndefined();
    expect(mistakeOf(length, { equals: 14 }, true)).toBeUndefined();
  });

  it.each<[Setting, { readonly [operator: string]: unknown }, string, string]>([
    [
      length,
      { oneOf: [14, 20, 30] },
      'oneOf',
      'a pool with 15 would be lowered to 14; use atLeast: 14, or give',
    ],
    [validity, { equals: 7 }, 'equals', 'a pool with 1 would be raised to 7; use atMost: 7, or give'],
    [validity, { oneOf: [3, 7, 14] }, 'oneOf', 'a pool with 1 would be raised to 3; use atMost: 14, or give'],
    [length, { atMost: 20 }, 'atMost', 'a pool with 21 would be lowered to 20; give'],
    [protection, { equals: 'OFF' }, 'equals', 'a pool with AUDIT would be lowered to OFF; give'],
    [customAuth, { oneOf: [null, 'AUDIT'] }, 'oneOf', 'a pool with ENFORCED would be lowered to AUDIT; give'],
    [verification, { oneOf: [null] }, 'oneOf', 'a pool with preferred would be changed to not set; give'],
    [
      { ...protection, safer: 'lower' },
      { atLeast: 'AUDIT' },
      'atLeast',
      'a pool with OFF would be raised to AUDIT; give',
    ],
  ])('names the bound that has only one end, where there is one: %#', (setting, asks, operator, message) => {
    expect(mistakeOf(setting, asks)).toEqual({
      in: [operator],
      message: `${weakens} ${message} allowWeakening: a ticket.`,
    });
  });
});
