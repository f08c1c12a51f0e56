import fc from 'fast-check';
import type { JsonObject } from '../../src/pool/json.ts';
import { jsonAt } from '../../src/pool/pool-snapshot.ts';
import { withMember, withoutMember } from '../../src/remediation/request-tree.ts';
import { acceptableSettings } from '../remediation/arbitrary-pool.ts';

/** A setting that is newer than the catalogue and the sandbox's tables. */
export interface FutureMember {
  readonly path: string;
  readonly value:
    | string
    | number
    | boolean
    | readonly string[]
    | { readonly [member: string]: number | readonly string[] };
  readonly writtenBy: 'UpdateUserPool' | 'SetUserPoolMfaConfig';
  readonly refused: boolean;
}

/** What is wrong or special about a pool, or about what we may do with it, beside its settings. */
export const conditions = [
  'none',
  'no-trust',
  'no-access',
  'import',
  'replica',
  'tier-locked',
  'update-denied',
  'mfa-denied',
] as const;

export type Condition = (typeof conditions)[number];

/** How a pool is made: what its creator asked for, what became of it, and what AWS shows besides. */
export interface PoolPlan {
  readonly settings: JsonObject;
  /** Bodies of SetUserPoolMfaConfig, tried in this order until AWS takes one. */
  readonly mfa: readonly JsonObject[];
  /** Settings that AWS has put there or left there. */
  readonly overwritten: JsonObject;
  /** A pool from before account recovery could be set. */
  readonly withoutRecovery: boolean;
  readonly future: readonly FutureMember[];
  readonly condition: Condition;
}

/** What the Cognito console writes into a pool's mails. */
const defaultMails = [
  { EmailMessage: 'Your verification code is {####}. ' },
  { EmailMessageByLink: 'Please click the link below to verify your email address. {##Verify Email##} ' },
] as const;

const oneIn = (chances: number): fc.Arbitrary<boolean> =>
  fc.nat({ max: chances - 1 }).map((drawn) => drawn === chances - 1);

const template = 'VerificationMessageTemplate';

const withDefaultMail = (tree: JsonObject, mail: JsonObject): JsonObject => {
  const { EmailMessage, EmailMessageByLink, ...others } = (tree[template] ?? {}) as JsonObject;
  return { ...tree, [template]: { ...others, ...mail } };
};

const arbitraryMfa: fc.Arbitrary<JsonObject> = fc.record(
  {
    MfaConfiguration: fc.constantFrom('OFF', 'OPTIONAL', 'OPTIONAL', 'ON'),
    SoftwareTokenMfaConfiguration: fc.record({ Enabled: fc.boolean() }),
    EmailMfaConfiguration: fc.record({ Message: fc.constant('{####}'), Subject: fc.constant('Code') }),
    WebAuthnConfiguration: fc.record(
      {
        RelyingPartyId: fc.constant('example.com'),
        UserVerification: fc.constantFrom('preferred', 'required'),
        FactorConfiguration: fc.constantFrom('SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'),
      },
      { requiredKeys: ['RelyingPartyId'] },
    ),
  },
  { requiredKeys: ['MfaConfiguration'] },
);

/** The body as the pool's SMS part and requirement ask for it, then with fewer and fewer factors. */
const mfaBodies = (settings: JsonObject, wanted: JsonObject): readonly JsonObject[] => {
  const { SmsConfiguration, SmsAuthenticationMessage } = settings;
  const { SoftwareTokenMfaConfiguration, EmailMfaConfiguration, WebAuthnConfiguration, ...bare } = wanted;
  const isOff = wanted.MfaConfiguration === 'OFF';
  const sms =
    SmsConfiguration === undefined || isOff
      ? {}
      : {
          SmsMfaConfiguration: {
            SmsConfiguration,
            ...(SmsAuthenticationMessage ? { SmsAuthenticationMessage } : {}),
          },
        };
  const passkeys = WebAuthnConfiguration === undefined ? {} : { WebAuthnConfiguration };
  if (isOff) return [{ ...bare, ...passkeys }, bare];
  const totp = SoftwareTokenMfaConfiguration === undefined ? {} : { SoftwareTokenMfaConfiguration };
  const email = EmailMfaConfiguration === undefined ? {} : { EmailMfaConfiguration };
  return [
    { ...bare, ...sms, ...totp, ...passkeys, ...email },
    { ...bare, ...sms, ...totp, ...email },
    { ...bare, ...sms, ...totp, ...passkeys },
    { ...bare, ...sms, ...totp },
  ];
};

const futureMember: fc.Arbitrary<FutureMember> = fc
  .record({
    place: fc.constantFrom(
      ['Later', 'UpdateUserPool'] as const,
      ['Policies.Later', 'UpdateUserPool'] as const,
      ['Policies.PasswordPolicy.Later', 'UpdateUserPool'] as const,
      ['LambdaConfig.Later', 'UpdateUserPool'] as const,
      ['AccountRecoverySetting.RecoveryMechanisms[].Later', 'UpdateUserPool'] as const,
      ['PushMfaConfiguration', 'SetUserPoolMfaConfig'] as const,
      ['WebAuthnConfiguration.Later', 'SetUserPoolMfaConfig'] as const,
    ),
    value: fc.constantFrom<FutureMember['value'][]>('set', 3, false, '', [], {}, { Level: 3, Names: ['a'] }),
    refused: oneIn(8),
  })
  .map(({ place: [path, writtenBy], value, refused }) => ({ path, writtenBy, value, refused }));

const awsTags = { 'aws:cloudformation:stack-name': 'a-stack', 'aws:cloudformation:logical-id': 'Pool' };

/** What AWS shows of a pool beside what anybody set: its own tags, empty places, threat protection from before the tiers. */
const overwrites = (
  settings: JsonObject,
  odd: { readonly tags: boolean; readonly empty: boolean; readonly grandfathered: boolean },
): JsonObject => ({
  ...(odd.tags && { UserPoolTags: { ...((settings.UserPoolTags ?? {}) as JsonObject), ...awsTags } }),
  ...(odd.empty && settings.UserPoolAddOns === undefined && { UserPoolAddOns: {} }),
  ...(odd.empty &&
    jsonAt(settings, `${template}.EmailSubject`) === undefined && { EmailVerificationSubject: '' }),
  ...(odd.empty && settings.SmsAuthenticationMessage === undefined && { SmsAuthenticationMessage: '' }),
  ...(odd.grandfathered &&
    settings.UserPoolTier === 'LITE' && { UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } }),
});

/** Any pool that AWS could have, with what is special about it. */
export const arbitraryPool: fc.Arbitrary<PoolPlan> = fc
  .record({
    tree: acceptableSettings,
    defaultMail: fc.option(fc.constantFrom(...defaultMails), { nil: undefined, freq: 2 }),
    withoutSms: oneIn(3),
    plus: oneIn(3),
    wantedMfa: arbitraryMfa,
    tags: oneIn(4),
    empty: oneIn(4),
    grandfathered: fc.boolean(),
    withoutRecovery: oneIn(6),
    future: fc.oneof(
      { weight: 3, arbitrary: fc.constant<FutureMember[]>([]) },
      {
        weight: 1,
        arbitrary: fc.uniqueArray(futureMember, { minLength: 1, maxLength: 2, selector: ({ path }) => path }),
      },
    ),
    condition: fc.oneof(
      { weight: 6, arbitrary: fc.constant('none' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...conditions) },
    ),
  })
  .map(({ tree, defaultMail, withoutSms, plus, wantedMfa, future, condition, withoutRecovery, ...odd }) => {
    const spoken = withoutSms ? silent(tree) : tree;
    // PLUS takes whatever a lower tier takes, and has more to be asked for.
    const settings = plus ? { ...spoken, UserPoolTier: 'PLUS' } : spoken;
    const worded = defaultMail ? withDefaultMail(settings, defaultMail) : settings;
    return {
      settings: worded,
      mfa: mfaBodies(worded, wantedMfa),
      overwritten: overwrites(worded, odd),
      withoutRecovery,
      // AWS has one objection at a time: which of two it names isn't known.
      future: future.map((member) => ({ ...member, refused: member.refused && condition === 'none' })),
      condition,
    };
  });

/** A pool that can't send SMS messages, and needs none. */
const silent = (tree: JsonObject): JsonObject => {
  const path = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
  const guard = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate';
  const spoken = ['SmsConfiguration', 'MfaConfiguration'].reduce<JsonObject>(withoutMember, tree);
  const less = [path, 'AutoVerifiedAttributes', guard].reduce<JsonObject>((rest, each) => {
    const list = jsonAt(rest, each);
    return Array.isArray(list)
      ? withMember(
          rest,
          each,
          list.filter((name) => name !== 'SMS_OTP' && name !== 'phone_number'),
        )
      : rest;
  }, spoken);
  const factors = jsonAt(less, path);
  return Array.isArray(factors) && factors.length === 0 ? withoutMember(less, 'Policies.SignInPolicy') : less;
};
