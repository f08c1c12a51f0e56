import fc from 'fast-check';
import { holds } from '../../src/policy/constraints/holds.ts';
import { compileRequirement } from '../../src/policy/loader/rule-requirement.ts';
import { operators } from '../../src/policy/operators/operators.ts';
import { factors, type Policy, type PolicySet, type Rule, severities } from '../../src/policy/policy.ts';
import type { SettingValue } from '../../src/pool/setting-value.ts';
import { isGovernable, type KnownSetting, type SettingPath, settings } from '../../src/pool/settings.ts';
import type { PlanOptions } from '../../src/remediation/plan-options.ts';
import { arbitraryValue } from '../remediation/arbitrary-pool.ts';
import { aPolicy, aPolicySet } from '../support/a-policy.ts';

/** What is asked of a pool: the policies and what the deployment permits. */
export interface Demand {
  readonly policies: PolicySet;
  readonly options: PlanOptions;
}

const governable = settings.filter(isGovernable);
const isWritten = ({ calls }: KnownSetting): boolean => calls[0] !== 'CreateUserPool' && calls[0] !== 'none';

/** Settings that AWS couples, and how often a case is about them: rules on two of them meet more often than by chance. */
const themes: readonly (readonly [weight: number, of: RegExp])[] = [
  [
    2,
    /^MfaConfiguration|^SoftwareToken|^EmailMfa|^WebAuthn|FirstAuthFactors$|RecoveryMechanisms$|SendingAccount$/,
  ],
  [2, /^MfaConfiguration|^SoftwareToken|^EmailMfa|^WebAuthn/],
  [2, /^MfaConfiguration|^SoftwareToken/],
  [6, /^MfaConfiguration/],
  [5, /^MfaConfiguration|FirstAuthFactors$|FactorConfiguration$/],
  [2, /^MfaConfiguration|RecoveryMechanisms$/],
  [6, /RecoveryMechanisms$/],
  [1, /^SmsConfiguration|FirstAuthFactors$|^AutoVerified|^UserAttributeUpdate/],
  [2, /^SmsConfiguration.*(CallerArn|EumsSms.Region)$/],
  [10, /EumsSms\.Region$/],
  [6, /^AutoVerified|^UserAttributeUpdate/],
  [1, /^VerificationMessageTemplate/],
  [4, /^VerificationMessageTemplate\.EmailMessage/],
  [1, /^LambdaConfig\.(PreToken|Custom|Inbound)/],
  [6, /^LambdaConfig\.PreToken.*(Generation|LambdaArn)$/],
  [1, /^UserPoolTier|^UserPoolAddOns|HistorySize$|FirstAuthFactors$|^Acr|^Dcr|^WebAuthn/],
  [2, /^UserPoolTier|^UserPoolAddOns/],
  [5, /^UserPoolTier/],
  [4, /CustomAuthMode$/],
  [3, /^AcrConfiguration/],
  [3, /^UserPoolTags/],
  [1, /^DeviceConfiguration/],
  [1, /^EmailConfiguration|^KeyConfiguration|^EmailMfa/],
  [1, /^Policies\.PasswordPolicy|^DeletionProtection|^AdminCreateUser/],
  [3, /./],
];

/** Values that a pool of the generator doesn't have, beside those that it has. */
const furtherValues: { readonly [path in SettingPath]?: readonly SettingValue[] } = {
  'SmsConfiguration.EumsSms.Region': ['us-east-1'],
  UserPoolTags: [
    { 'aws:reserved': 'no' },
    Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag-${index}`, ''])),
  ],
  AcrConfiguration: [{ Level1: 'urn:cognito:loa:2' }, { Level2: 'no uri' }],
  'AccountRecoverySetting.RecoveryMechanisms': [['verified_phone_number'], ['verified_email']],
  'VerificationMessageTemplate.EmailMessage': ['Code: {####}'],
  'VerificationMessageTemplate.EmailMessageByLink': ['Click {##here##}'],
};

const anyValueOf = (setting: KnownSetting): fc.Arbitrary<SettingValue> => {
  const further = furtherValues[setting.path];
  return further ? fc.oneof(arbitraryValue(setting), fc.constantFrom(...further)) : arbitraryValue(setting);
};

const namesOf = ({ kind }: KnownSetting): readonly string[] =>
  ('values' in kind && kind.values) || ('keys' in kind && kind.keys) || ['email', 'openid', 'team'];

/** Operands of every operator, whether they fit the setting or not: what doesn't fit doesn't compile. */
const operandOf = (operator: string, setting: KnownSetting): fc.Arbitrary<unknown> => {
  const names = fc.shuffledSubarray([...namesOf(setting)], { minLength: 1 });
  switch (operator) {
    case 'present':
    case 'absent':
      return fc.constant(true);
    case 'oneOf':
      return fc.array(anyValueOf(setting), { minLength: 1, maxLength: 3 });
    case 'matches':
      return fc.constantFrom('^arn:', 'example', '####', '.');
    case 'excludes':
    case 'order':
      return names;
    case 'includes':
      return setting.kind.kind === 'map' ? fc.oneof(names, anyValueOf(setting)) : names;
    default:
      return anyValueOf(setting);
  }
};

/** What AWS refuses together and chance seldom asks together. */
const meetings: readonly { readonly [path in SettingPath]?: { readonly [operator: string]: unknown } }[] = [
  {
    AutoVerifiedAttributes: { absent: true },
    'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate': { includes: ['email'] },
  },
  {
    AutoVerifiedAttributes: { absent: true },
    'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate': { includes: ['phone_number'] },
  },
  {
    'LambdaConfig.PreTokenGeneration': { equals: 'arn:aws:lambda:eu-west-1:111122223333:function:former' },
    'LambdaConfig.PreTokenGenerationConfig.LambdaArn': {
      equals: 'arn:aws:lambda:eu-west-1:111122223333:function:current',
    },
  },
  { 'AccountRecoverySetting.RecoveryMechanisms': { equals: ['verified_phone_number'] } },
  { AcrConfiguration: { includes: { Level1: 'urn:cognito:loa:2' } } },
  { MfaConfiguration: { equals: 'OFF' } },
  { MfaConfiguration: { equals: 'ON' } },
  { 'DeviceConfiguration.ChallengeRequiredOnNewDevice': { equals: true } },
  { 'DeviceConfiguration.ChallengeRequiredOnNewDevice': { absent: true } },
];

/** What lets a remedy do what can hurt. */
const tickets = { allowWeakening: 'SEC-1', terms: { allowLockOut: 'SEC-2', allowCost: 'SEC-3' } } as const;

const ruleOf = (setting: KnownSetting, asks: { readonly [operator: string]: unknown }): Rule | undefined => {
  const { requirement } = compileRequirement(asks, setting);
  return (
    requirement && {
      id: setting.path,
      setting: setting.path,
      constraint: requirement.constraint,
      required: requirement.required,
      severity: 'high',
      mode: isWritten(setting) ? 'remediate' : 'notify',
      why: 'A property asks for it.',
      controls: [],
      source: { file: 'policies/arbitrary.yaml', line: 1, column: 1 },
    }
  );
};

const arbitraryMeeting: fc.Arbitrary<readonly (Rule | undefined)[]> = fc
  .constantFrom(...meetings)
  .map((asked) =>
    governable.flatMap((setting) => {
      const asks = asked[setting.path];
      const rule = asks && ruleOf(setting, asks);
      return rule ? [{ ...rule, ...tickets }] : [];
    }),
  );

const arbitraryRule = (setting: KnownSetting): fc.Arbitrary<Rule | undefined> =>
  fc
    .record({
      operator: fc
        .constantFrom(
          ...operators.filter(({ fits }) => fits(setting)),
          ...Array.from({ length: 4 }, () =>
            operators.filter(({ name, fits }) => name === 'equals' && fits(setting)),
          ).flat(),
        )
        .chain(({ name }) => operandOf(name, setting).map((operand) => ({ [name]: operand }))),
      mode: fc.oneof(
        { weight: 8, arbitrary: fc.constant('remediate') },
        { weight: 1, arbitrary: fc.constantFrom('notify', 'off') },
      ),
      severity: fc.constantFrom(...severities),
      remediateTo: fc.option(anyValueOf(setting), { nil: undefined }),
      allowWeakening: fc.constantFrom(undefined, 'SEC-1'),
      factor: fc.constantFrom(undefined, 'SOFTWARE_TOKEN_MFA', ...factors),
      allowLockOut: fc.constantFrom(undefined, 'SEC-2'),
      allowCost: fc.constantFrom(undefined, 'SEC-3'),
    } as const)
    .map(({ operator, mode, severity, remediateTo, allowWeakening, factor, allowLockOut, allowCost }) => {
      const rule = ruleOf(setting, operator);
      if (!rule) return undefined;
      return {
        ...rule,
        severity,
        mode: mode === 'remediate' ? rule.mode : mode,
        ...(allowWeakening && { allowWeakening }),
        ...(remediateTo !== undefined && holds(rule.constraint, remediateTo, setting) && { remediateTo }),
        terms: {
          ...(factor && { factor }),
          ...(allowLockOut && { allowLockOut }),
          ...(allowCost && { allowCost }),
        },
      } satisfies Rule;
    });

const settingsOf = (theme: RegExp): readonly KnownSetting[] =>
  governable.filter(({ path }) => theme.test(path));

const arbitraryRules: fc.Arbitrary<readonly Rule[]> = fc
  .oneof(...themes.map(([weight, of]) => ({ weight, arbitrary: fc.constant(settingsOf(of)) })))
  .chain((themed) =>
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: arbitraryMeeting },
        {
          weight: 15,
          arbitrary: fc
            .shuffledSubarray([...themed], {
              minLength: Math.min(2, themed.length),
              maxLength: Math.min(5, themed.length),
            })
            .chain((distinct) => fc.tuple(...distinct.map(arbitraryRule))),
        },
      ),
      fc.oneof(
        { weight: 4, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(fc.constantFrom(...themed).chain(arbitraryRule), { maxLength: 2 }) },
        {
          weight: 2,
          arbitrary: fc.array(fc.constantFrom(...governable).chain(arbitraryRule), { maxLength: 3 }),
        },
      ),
    ),
  )
  .map(([themed, others]) =>
    [...themed, ...others]
      .filter((rule) => rule !== undefined)
      .map((rule, index) => ({ ...rule, id: `rule-${index}`, source: { ...rule.source, line: index + 1 } })),
  );

const sensitiveGroups = [
  ...new Set(settings.flatMap(({ path, sensitive }) => (sensitive ? [path.split('.')[0] ?? path] : []))),
];

/** Any policies: one or two files, several rules on a setting, all operators, modes and terms. */
export const arbitraryDemand: fc.Arbitrary<Demand> = fc
  .record({
    rules: arbitraryRules,
    cut: fc.nat({ max: 4 }),
    remediateSensitive: fc.oneof(
      { weight: 3, arbitrary: fc.constant(sensitiveGroups) },
      { weight: 1, arbitrary: fc.subarray(sensitiveGroups) },
    ),
    unknownSettings: fc.constantFrom('carry', 'carry', 'carry', 'refuse'),
  } as const)
  .map(({ rules, cut, remediateSensitive, unknownSettings }) => ({
    policies: aPolicySet({
      policies: [policyOf('first', rules.slice(0, cut)), policyOf('second', rules.slice(cut))],
    }),
    options: { remediateSensitive, unknownSettings },
  }));

const policyOf = (name: string, rules: readonly Rule[]): Policy => aPolicy({ name, rules });
