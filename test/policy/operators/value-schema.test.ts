import { describe, expect, it } from 'vitest';
import { valueSchema } from '../../../src/policy/operators/value-schema.ts';
import type { JsonObject } from '../../../src/pool/json.ts';
import { type SettingPath, settingAt } from '../../../src/pool/settings.ts';

describe('valueSchema', () => {
  it.each<[SettingPath, JsonObject]>([
    ['Policies.PasswordPolicy.MinimumLength', { type: 'integer', minimum: 6, maximum: 99 }],
    ['Policies.PasswordPolicy.TemporaryPasswordValidityDays', { type: 'integer', minimum: 1, maximum: 365 }],
    ['Policies.PasswordPolicy.RequireSymbols', { type: 'boolean' }],
    ['MfaConfiguration', { enum: ['OFF', 'OPTIONAL', 'ON'] }],
    ['VerificationMessageTemplate.EmailSubject', { type: 'string', minLength: 1, maxLength: 140 }],
    ['SmsAuthenticationMessage', { type: 'string', minLength: 6, maxLength: 140, pattern: '\\{####\\}' }],
    [
      'AutoVerifiedAttributes',
      {
        type: 'array',
        uniqueItems: true,
        items: { enum: ['phone_number', 'email'] },
        minItems: 0,
        maxItems: 2,
      },
    ],
    [
      'AccountRecoverySetting.RecoveryMechanisms',
      {
        type: 'array',
        uniqueItems: true,
        items: { enum: ['admin_only', 'verified_email', 'verified_phone_number'] },
        minItems: 1,
        maxItems: 2,
      },
    ],
    [
      'DcrConfiguration.AllowedScopes',
      { type: 'array', uniqueItems: true, items: { type: 'string' }, minItems: 0, maxItems: 50 },
    ],
    ['UserPoolTags', { type: 'object', additionalProperties: { type: 'string' } }],
    [
      'AcrConfiguration',
      {
        type: 'object',
        propertyNames: { enum: ['Level1', 'Level2', 'Level3', 'Level4'] },
        additionalProperties: { type: 'string' },
      },
    ],
  ])('of %s has AWS’s bounds', (path, schema) => {
    expect(valueSchema(settingAt(path))).toEqual(schema);
  });

  it('throws for what AWS only tells', () => {
    expect(() => valueSchema(settingAt('Id'))).toThrow('Id has no value that a rule could name.');
  });
});
