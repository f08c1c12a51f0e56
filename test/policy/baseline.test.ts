import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import { loadPolicies } from '../../src/policy/load-policies.ts';
import { compilePolicies, type LoadedPolicies } from '../../src/policy/loader/compile-policies.ts';
import { operators } from '../../src/policy/operators/operators.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import type { Json, JsonObject } from '../../src/pool/json.ts';
import type { PoolSnapshot } from '../../src/pool/pool-snapshot.ts';
import { settingAt } from '../../src/pool/settings.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

/** Those that the research of peers lists for settings of a pool; risk configuration and web ACLs are other calls. */
const poolLevelControls = [
  ...[
    'password_policy_minimum_length_14',
    'password_policy_lowercase',
    'password_policy_uppercase',
    'password_policy_number',
    'password_policy_symbol',
    'temporary_password_expiration',
    'advanced_security_enabled',
    'mfa_enabled',
    'deletion_protection_enabled',
    'self_registration_disabled',
  ].map((check) => `Prowler cognito_user_pool_${check}`),
  ...['1', '3', '4', '5', '6'].map((number) => `FSBP Cognito.${number}`),
  ...[
    'cognito-user-pool-password-policy-check',
    'cognito-user-pool-advanced-security-enabled',
    'cognito-userpool-cust-auth-threat-full-check',
    'cognito-user-pool-mfa-enabled',
    'cognito-user-pool-deletion-protection-enabled',
    'cognito-user-pool-tagged',
  ].map((rule) => `AWS Config ${rule}`),
];

const policiesOf = (loaded: LoadedPolicies): PolicySet => {
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.mistakes));
  return loaded.policies;
};

const baseline = policiesOf(await loadPolicies('policies'));
const examples = policiesOf(await loadPolicies('policies/examples'));
const customAuth = 'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode';

const options = { ceiling: 'remediate', today: '2026-11-23' } as const;

describe('policies/baseline.yaml', () => {
  it('finds nothing in a pool that was set up with care', () => {
    expect(evaluate(aPoolSnapshot(), baseline, options).findings).toEqual([]);
  });

  it.each<[string, string, Json | undefined, 'remediate' | 'notify']>([
    ['password-minimum-length', 'Policies.PasswordPolicy.MinimumLength', 8, 'remediate'],
    ['password-uppercase', 'Policies.PasswordPolicy.RequireUppercase', false, 'remediate'],
    ['password-lowercase', 'Policies.PasswordPolicy.RequireLowercase', false, 'remediate'],
    ['password-numbers', 'Policies.PasswordPolicy.RequireNumbers', false, 'remediate'],
    ['password-symbols', 'Policies.PasswordPolicy.RequireSymbols', false, 'remediate'],
    ['temporary-password-validity', 'Policies.PasswordPolicy.TemporaryPasswordValidityDays', 90, 'remediate'],
    ['threat-protection', 'UserPoolAddOns.AdvancedSecurityMode', 'AUDIT', 'remediate'],
    ['threat-protection', 'UserPoolAddOns', undefined, 'remediate'],
    ['recovery-order', 'AccountRecoverySetting', undefined, 'remediate'],
    ['custom-auth-threat-protection', customAuth, 'AUDIT', 'notify'],
    ['feature-plan', 'UserPoolTier', 'ESSENTIALS', 'notify'],
    ['mfa-offered', 'MfaConfiguration', 'OFF', 'remediate'],
    ['admin-only-sign-up', 'AdminCreateUserConfig.AllowAdminCreateUserOnly', false, 'notify'],
    ['deletion-protection', 'DeletionProtection', 'INACTIVE', 'notify'],
    ['tagged', 'UserPoolTags', undefined, 'notify'],
    ['tagged', 'UserPoolTags', {}, 'notify'],
  ])('%s finds %s: %o', (rule, path, value, mode) => {
    const { findings } = evaluate(aPoolSnapshot({ set: { [path]: value } }), baseline, options);

    expect(findings.map((finding) => [finding.rule, finding.mode])).toEqual([[rule, mode]]);
  });

  it('finds nothing in the pool that the demonstration shows', async () => {
    const { UserPoolTags, ...members } = aRealisticPool;
    const userPool = JSON.parse(
      JSON.stringify({ ...members, Name: members.PoolName, UserPoolTags }),
    ) as JsonObject;

    expect(evaluate(aPoolSnapshot({ userPool }), baseline, options).findings).toEqual([]);
  });

  it('turns MFA on with authenticator apps, and no further than optional', () => {
    const { targets } = evaluate(aPoolSnapshot({ set: { MfaConfiguration: 'OFF' } }), baseline, options);

    expect(targets.get('MfaConfiguration')).toMatchObject({
      kind: 'required',
      constraint: { values: ['OPTIONAL', 'ON'] },
      terms: { factor: 'SOFTWARE_TOKEN_MFA' },
    });
  });

  it('names every control of Prowler, Security Hub and AWS Config on a pool’s own settings', () => {
    const named = baseline.policies.flatMap(({ rules }) => rules.flatMap(({ controls }) => controls));

    for (const control of poolLevelControls)
      expect(named.some((each) => each.split(' (')[0] === control)).toBe(true);
  });

  it('says for every rule why, and which controls ask the same', () => {
    for (const { why, controls } of baseline.policies.flatMap(({ rules }) => rules)) {
      expect(why).toMatch(/^[A-Z].+\.$/);
      expect(controls.length).toBeGreaterThan(0);
    }
  });
});

describe('policies/examples', () => {
  it('are not part of what is enforced', () => {
    expect(baseline.policies.map(({ name }) => name)).toEqual(['baseline']);
  });

  it('all load, and together with the baseline', async () => {
    const files = (await readdir('policies/examples')).filter(
      (file) => file.endsWith('.yaml') && file !== 'owners.yaml',
    );

    expect(examples.policies).toHaveLength(files.length);
    expect(
      [...baseline.policies, ...examples.policies].flatMap(({ rules }) => rules.map(({ id }) => id)),
    ).toEqual([
      ...new Set(
        [...baseline.policies, ...examples.policies].flatMap(({ rules }) => rules.map(({ id }) => id)),
      ),
    ]);
  });

  it.each(['deletion-protection', 'every-operator', 'ready-accounts', 'strict'])(
    '%s.yaml loads without a warning',
    async (name) => {
      const file = `policies/examples/${name}.yaml`;

      expect(compilePolicies([{ file, text: await readFile(file, 'utf8') }])).toMatchObject({
        kind: 'policies',
        warnings: [],
      });
    },
  );

  it('show every operator', async () => {
    const text = await readFile('policies/examples/every-operator.yaml', 'utf8');

    for (const { name } of operators) expect(text).toMatch(new RegExp(`^ {4}${name}: `, 'm'));
  });

  it('strict.yaml finds nothing in a pool that satisfies it, and every rule in one that doesn’t', () => {
    const strict = examples.policies.filter(({ name }) => name === 'strict');
    const found = (snapshot: PoolSnapshot) =>
      evaluate(snapshot, { ...examples, policies: strict }, options).findings.map(({ rule }) => rule);

    expect(
      found(aPoolSnapshot({ id: 'eu-west-1_AbCdEf456', set: strictPool, mfaConfig: strictMfa })),
    ).toEqual([]);
    expect(
      found(aPoolSnapshot({ id: 'eu-west-1_AbCdEf456', set: laxPool, mfaConfig: laxMfa })).toSorted(),
    ).toEqual(strict.flatMap(({ rules }) => rules.map(({ id }) => id)).toSorted());
  });

  it('put deletion protection back on the pools that they name, and on no other', () => {
    const unprotected = { DeletionProtection: 'INACTIVE' };
    const named = evaluate(aPoolSnapshot({ userPool: unprotected }), examples, options);
    const other = evaluate(
      aPoolSnapshot({ userPool: unprotected, id: 'eu-west-1_Preview1' }),
      examples,
      options,
    );

    expect([...named.targets.keys()]).toEqual(['DeletionProtection']);
    expect([other.findings, [...other.targets]]).toEqual([[], []]);
  });

  it('close self sign-up on staff pools, and leave customers’ pools as they are', () => {
    const open = { AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } };
    const staff = evaluate(aPoolSnapshot({ userPool: { ...open, Name: 'staff-berlin' } }), examples, options);
    const customers = evaluate(aPoolSnapshot({ userPool: open }), examples, options);

    expect([...staff.targets.keys()]).toEqual(['AdminCreateUserConfig.AllowAdminCreateUserOnly']);
    expect(customers.findings).toEqual([]);
  });
});

describe('policies/examples/ready-accounts.yaml, beside a baseline in mode notify', async () => {
  const file = (name: string): Promise<string> => readFile(`policies/${name}`, 'utf8');
  const loaded = compilePolicies([
    { file: 'baseline.yaml', text: (await file('baseline.yaml')).replace(/^mode: .*$/m, 'mode: notify') },
    { file: 'ready-accounts.yaml', text: await file('examples/ready-accounts.yaml') },
  ]);
  const both = policiesOf(loaded);
  const ready = both.policies.find(({ name }) => name === 'ready-accounts');
  const weak = (account: string): PoolSnapshot =>
    aPoolSnapshot({
      account,
      set: { 'Policies.PasswordPolicy.MinimumLength': 8, MfaConfiguration: 'OFF' },
    });

  it('loads without a warning', () => {
    expect(loaded).toMatchObject({ kind: 'policies', warnings: [] });
  });

  it('asks what the baseline asks, with the same severity', () => {
    const asked = ready?.rules.map(({ id, setting, severity, required }) => ({
      ...{ id: id.replace(/^ready-/, ''), setting, severity, required },
    }));

    expect(asked).toEqual(
      baseline.policies
        .flatMap(({ rules }) => rules)
        .filter(({ id }) => asked?.some((rule) => rule.id === id))
        .map(({ id, setting, severity, required }) => ({ id, setting, severity, required })),
    );
  });

  it('has no rule that is felt at a sign-in, in an application, at a teardown or on the bill', () => {
    expect(new Set(ready?.rules.map(({ setting }) => settingAt(setting).feltBy))).toEqual(
      new Set(['sign-up form', 'pending invitations', 'password reset']),
    );
  });

  it('puts right in the accounts that it names, and tells in every other one', () => {
    const named = evaluate(weak('444455556666'), both, options);
    const other = evaluate(weak('111122223333'), both, options);

    expect([...named.targets.keys()]).toEqual(['Policies.PasswordPolicy.MinimumLength']);
    expect([...other.targets]).toEqual([]);
    expect(other.findings.map(({ rule, mode }) => [rule, mode])).toEqual([
      ['password-minimum-length', 'notify'],
      ['mfa-offered', 'notify'],
    ]);
  });
});

const strictPool = {
  'Policies.PasswordPolicy.MinimumLength': 16,
  'LambdaConfig.UserMigration': undefined,
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
  MfaConfiguration: 'ON',
  [customAuth]: 'ENFORCED',
  KeyConfiguration: {
    KeyType: 'CUSTOMER_MANAGED_KEY',
    KmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1f2e3d4c-0000-4000-8000-000000000002',
  },
  'LambdaConfig.PreSignUp': 'arn:aws:lambda:eu-west-1:111122223333:function:checkout-pre-sign-up',
};

const strictMfa = { MfaConfiguration: 'ON', WebAuthnConfiguration: { UserVerification: 'required' } };

const laxPool = {
  Policies: {
    PasswordPolicy: { MinimumLength: 6, PasswordHistorySize: 0, TemporaryPasswordValidityDays: 0 },
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'SMS_OTP'] },
  },
  MfaConfiguration: 'OFF',
  [customAuth]: 'AUDIT',
  DeletionProtection: 'INACTIVE',
  'AdminCreateUserConfig.AllowAdminCreateUserOnly': false,
  AutoVerifiedAttributes: [],
  UserAttributeUpdateSettings: undefined,
  AccountRecoverySetting: undefined,
  'UsernameConfiguration.CaseSensitive': true,
  UserPoolTags: { team: 'checkout' },
  EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT', From: 'no-reply@example.org' },
  LambdaConfig: {
    PreSignUp: 'arn:aws:lambda:eu-west-1:444455556666:function:any',
    UserMigration: 'arn:aws:lambda:eu-west-1:444455556666:function:any',
    PreTokenGenerationConfig: { LambdaArn: 'arn:aws:lambda:eu-west-1:444455556666:function:any' },
  },
  KeyConfiguration: undefined,
  IssuerConfiguration: { Type: 'UPDATED' },
  DcrConfiguration: { EnableStatus: 'Enabled' },
};

const laxMfa = { MfaConfiguration: 'OFF', WebAuthnConfiguration: { UserVerification: 'preferred' } };
