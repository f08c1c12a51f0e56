import { isJsonObject, type Json, type JsonObject } from '../../src/pool/json.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { PoolSnapshot } from '../../src/pool/pool-snapshot.ts';

interface SnapshotOverrides {
  readonly account?: string;
  readonly region?: string;
  readonly id?: string;
  /** Members of `UserPool` to replace whole; `undefined` takes one away. */
  readonly userPool?: JsonObject;
  /** Leaves of `UserPool` to replace, by dotted path; `undefined` takes one away. */
  readonly set?: { readonly [path: string]: Json | undefined };
  /** Members of GetUserPoolMfaConfig's answer to replace whole. */
  readonly mfaConfig?: JsonObject;
  readonly takenAt?: string;
}

/**
 * A snapshot of a pool as a real one looks: triggers, tags, templates, SES, remembered devices, tier PLUS.
 * Without overrides it satisfies policies/baseline.yaml.
 */
export const aPoolSnapshot = (overrides: SnapshotOverrides = {}): PoolSnapshot => {
  const { account = '111122223333', region = 'eu-west-1', id = `${region}_AbCdEf123` } = overrides;
  const pool = poolRef(account, region, id);
  const userPool = Object.entries(overrides.set ?? {}).reduce(
    (tree, [path, value]) => withLeaf(tree, path.split('.'), value),
    withoutAbsent({ ...describedPool(region, account, id), ...overrides.userPool }),
  );
  const mfaConfig = withoutAbsent({ ...mfaAnswer(region, account), ...overrides.mfaConfig });
  const takenAt = overrides.takenAt ?? '2026-11-23T10:00:00.000Z';
  return { pool, userPool, mfaConfig, takenAt, answeredAt: takenAt };
};

const withoutAbsent = (tree: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(tree).filter(([, value]) => value !== undefined));

const withLeaf = (
  tree: JsonObject,
  [member = '', ...rest]: readonly string[],
  value: Json | undefined,
): JsonObject => {
  const child = tree[member];
  const grown = rest.length === 0 ? value : withLeaf(isJsonObject(child) ? child : {}, rest, value);
  return withoutAbsent({ ...tree, [member]: grown });
};

const lambda = (region: string, account: string, name: string): string =>
  `arn:aws:lambda:${region}:${account}:function:${name}`;

const smsConfiguration = (region: string, account: string): JsonObject => ({
  SnsCallerArn: `arn:aws:iam::${account}:role/service-role/checkout-sms`,
  ExternalId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  SnsRegion: region,
});

const smsCode = 'Your checkout code is {####}';

const describedPool = (region: string, account: string, id: string): JsonObject => ({
  Id: id,
  Arn: `arn:aws:cognito-idp:${region}:${account}:userpool/${id}`,
  Name: 'checkout-production',
  CreationDate: 1_690_000_000.123,
  LastModifiedDate: 1_760_000_000.456,
  EstimatedNumberOfUsers: 48_211,
  SchemaAttributes: [
    { Name: 'sub', AttributeDataType: 'String', Required: true, Mutable: false },
    { Name: 'email', AttributeDataType: 'String', Required: true, Mutable: true },
  ],
  UsernameAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  Domain: 'checkout-production',
  Policies: {
    PasswordPolicy: {
      MinimumLength: 14,
      RequireUppercase: true,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      PasswordHistorySize: 5,
      TemporaryPasswordValidityDays: 3,
    },
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] },
  },
  DeletionProtection: 'ACTIVE',
  LambdaConfig: {
    PreSignUp: lambda(region, account, 'checkout-pre-sign-up'),
    PostConfirmation: lambda(region, account, 'checkout-post-confirmation'),
    PreTokenGeneration: lambda(region, account, 'checkout-claims'),
    PreTokenGenerationConfig: {
      LambdaVersion: 'V2_0',
      LambdaArn: lambda(region, account, 'checkout-claims'),
    },
    CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: lambda(region, account, 'checkout-mail') },
    KMSKeyID: `arn:aws:kms:${region}:${account}:key/1f2e3d4c-0000-4000-8000-000000000001`,
  },
  AutoVerifiedAttributes: ['email'],
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  SmsVerificationMessage: smsCode,
  EmailVerificationMessage: 'Your checkout code is {####}.',
  EmailVerificationSubject: 'Your checkout code',
  VerificationMessageTemplate: {
    SmsMessage: smsCode,
    EmailMessage: 'Your checkout code is {####}.',
    EmailSubject: 'Your checkout code',
    EmailMessageByLink: 'Please {##confirm your address##}.',
    EmailSubjectByLink: 'Confirm your address',
    DefaultEmailOption: 'CONFIRM_WITH_CODE',
  },
  SmsAuthenticationMessage: 'Your sign-in code is {####}',
  MfaConfiguration: 'OPTIONAL',
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
  EmailConfiguration: {
    SourceArn: `arn:aws:ses:${region}:${account}:identity/example.com`,
    ReplyToEmailAddress: 'support@example.com',
    EmailSendingAccount: 'DEVELOPER',
    From: 'Checkout <no-reply@example.com>',
    ConfigurationSet: 'checkout',
  },
  SmsConfiguration: smsConfiguration(region, account),
  UserPoolTags: { team: 'checkout', environment: 'production' },
  AdminCreateUserConfig: {
    AllowAdminCreateUserOnly: true,
    UnusedAccountValidityDays: 3,
    InviteMessageTemplate: {
      SMSMessage: 'Your username is {username}, your password {####}',
      EmailMessage: 'Your username is {username}, your password {####}.',
      EmailSubject: 'Welcome to checkout',
    },
  },
  UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Priority: 1, Name: 'verified_email' },
      { Priority: 2, Name: 'verified_phone_number' },
    ],
  },
  UserPoolTier: 'PLUS',
});

const mfaAnswer = (region: string, account: string): JsonObject => ({
  SmsMfaConfiguration: {
    SmsAuthenticationMessage: 'Your sign-in code is {####}',
    SmsConfiguration: smsConfiguration(region, account),
  },
  SoftwareTokenMfaConfiguration: { Enabled: true },
  MfaConfiguration: 'OPTIONAL',
});
