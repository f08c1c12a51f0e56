import { readFile } from 'node:fs/promises';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compilePolicies } from '../../src/policy/loader/compile-policies.ts';
import { operators } from '../../src/policy/operators/operators.ts';
import { policyJsonSchema } from '../../src/policy/policy-schema.ts';
import { isGovernable, settings } from '../../src/pool/settings.ts';

// `format: uri` is left to the loader, and a sub-schema of one rule speaks of members that another one types.
const accepts = new Ajv.default({ validateFormats: false, strictTypes: false }).compile(policyJsonSchema());

const aFile = (rule: object): object => ({
  name: 'a-policy',
  description: 'A case.',
  mode: 'notify',
  appliesTo: {},
  rules: [{ id: 'a-rule', severity: 'high', why: 'Because.', ...rule }],
});

const length = 'Policies.PasswordPolicy.MinimumLength';

describe('policy.schema.json', () => {
  it.each([
    'policies/baseline.yaml',
    'policies/examples/ready-accounts.yaml',
    'policies/examples/deletion-protection.yaml',
    'policies/examples/admin-only-sign-up.yaml',
    'policies/examples/strict.yaml',
    'policies/examples/every-operator.yaml',
  ])('accepts %s', async (file) => {
    accepts(parse(await readFile(file, 'utf8')));

    expect(accepts.errors).toBeNull();
  });

  it.each([
    ['a password length above the API’s maximum', { setting: length, atLeast: 120 }],
    ['a password length in quotes', { setting: length, atLeast: '14' }],
    ['an operator that does not fit', { setting: 'DeletionProtection', order: ['ACTIVE'] }],
    ['a value that AWS does not have', { setting: 'DeletionProtection', equals: 'ON' }],
    ['a setting that Cognito does not have', { setting: 'DeletionProtecton', equals: 'ACTIVE' }],
    ['a setting that AWS only tells', { setting: 'EstimatedNumberOfUsers', atMost: 7 }],
    ['a remedy that AWS does not have', { setting: 'UserPoolTier', atLeast: 'PLUS', remediateTo: 'ULTRA' }],
    ['an unknown factor', { setting: 'MfaConfiguration', atLeast: 'ON', factor: 'EMAIL_OTP' }],
    ['a pattern for a list', { setting: 'AutoVerifiedAttributes', matches: 'email' }],
    ['a list that is too short', { setting: 'Policies.SignInPolicy.AllowedFirstAuthFactors', equals: [] }],
    ['presence denied', { setting: 'LambdaConfig.PreSignUp', present: false }],
    ['a level that AWS does not have', { setting: 'AcrConfiguration', includes: { Level5: 'gold' } }],
    [
      'zero days, which AWS takes as seven',
      { setting: 'Policies.PasswordPolicy.TemporaryPasswordValidityDays', atMost: 0 },
    ],
    ['a rule without an operator', { setting: length }],
    ['a rule with two operators', { setting: length, atLeast: 14, atMost: 20 }],
    ['a member that no rule has', { setting: length, atLeast: 14, atleast: 14 }],
    ['another severity', { setting: length, atLeast: 14, severity: 'hihg' }],
    ['an id with capitals', { setting: length, atLeast: 14, id: 'Length' }],
    [
      'a list with another member',
      { setting: 'AccountRecoverySetting.RecoveryMechanisms', order: ['mail', 'phone'] },
    ],
  ])('refuses %s', (_, rule) => {
    expect(accepts(aFile(rule))).toBe(false);
  });

  it.each([
    ['an unknown mode', { mode: 'enforce' }],
    ['an appliesTo that is empty', { appliesTo: null }],
    ['no rules', { rules: [] }],
    ['a member that no policy has', { owners: 'security@example.com' }],
  ])('refuses %s', (_, member) => {
    expect(accepts({ ...aFile({ setting: length, atLeast: 14 }), ...member })).toBe(false);
  });

  it('completes every governable setting with what it means', () => {
    const text = JSON.stringify(policyJsonSchema());

    for (const { path, meaning } of settings.filter(isGovernable)) {
      expect(text).toContain(JSON.stringify({ const: path, description: meaning }));
    }
  });

  it('is the file that editors read', async () => {
    const file = await readFile('policies/policy.schema.json', 'utf8');

    expect(JSON.parse(JSON.stringify(policyJsonSchema()))).toEqual(JSON.parse(file));
  });

  it('agrees with the loader on every setting, operator and operand', () => {
    const operand = fc.oneof(
      fc.integer({ min: -1, max: 400 }),
      fc.boolean(),
      fc.constantFrom('ACTIVE', 'ENFORCED', 'email', 'verified_email', '14', 'staff'),
      fc.uniqueArray(
        fc.constantFrom(
          'verified_email',
          'verified_phone_number',
          'email',
          'PASSWORD',
          'PLUS',
          'LITE',
          7,
          null,
        ),
        { maxLength: 3 },
      ),
      fc.dictionary(fc.constantFrom('team', 'Level1', 'Level2'), fc.constantFrom('checkout', 7), {
        maxKeys: 2,
      }),
    );
    const rules = fc.record({
      setting: fc.constantFrom(...settings.filter(isGovernable).map(({ path }) => path)),
      asks: fc.tuple(fc.constantFrom(...operators.map(({ name }) => name)), operand),
    });
    fc.assert(
      fc.property(rules, ({ setting, asks: [operator, value] }) => {
        const file = aFile({ setting, [operator]: value });
        const loaded = compilePolicies([{ file: 'drawn.yaml', text: JSON.stringify(file) }]);
        expect(accepts(file)).toBe(loaded.kind === 'policies');
      }),
      { numRuns: 3000 },
    );
  });
});
