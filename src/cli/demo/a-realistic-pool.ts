import type { CreateUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider';

const account = '111122223333';
const region = 'eu-west-1';
const lambda = (name: string): string => `arn:aws:lambda:${region}:${account}:function:${name}`;

const invitation = 'Hello {username}, your temporary password is {####}. It works for three days.';

/** A pool as a team runs one in production: triggers, own sender, own texts, remembered devices, tags, tier PLUS. */
export const aRealisticPool: CreateUserPoolCommandInput = {
  PoolName: 'checkout-production',
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
    PreSignUp: lambda('checkout-allow-list'),
    PostConfirmation: lambda('checkout-welcome'),
    PreAuthentication: lambda('checkout-block-list'),
    PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn: lambda('checkout-claims') },
    PreTokenGeneration: lambda('checkout-claims'),
    UserMigration: lambda('checkout-migrate'),
  },
  AutoVerifiedAttributes: ['email'],
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  UsernameAttributes: ['email'],
  VerificationMessageTemplate: {
    DefaultEmailOption: 'CONFIRM_WITH_CODE',
    EmailMessage: 'Your checkout code is {####}. It works for an hour.',
    EmailSubject: 'Your checkout code',
    SmsMessage: 'Your checkout code is {####}',
  },
  SmsAuthenticationMessage: 'Your sign-in code is {####}',
  MfaConfiguration: 'OPTIONAL',
  SmsConfiguration: {
    SnsCallerArn: `arn:aws:iam::${account}:role/service-role/checkout-sms`,
    ExternalId: '6f1c2f6e-90a3-4b0e-8a53-3a0f2c9e7d11',
    SnsRegion: region,
  },
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
  EmailConfiguration: {
    EmailSendingAccount: 'DEVELOPER',
    SourceArn: `arn:aws:ses:${region}:${account}:identity/example.com`,
    From: 'Checkout <no-reply@example.com>',
    ReplyToEmailAddress: 'support@example.com',
    ConfigurationSet: 'checkout',
  },
  AdminCreateUserConfig: {
    AllowAdminCreateUserOnly: true,
    InviteMessageTemplate: {
      EmailMessage: invitation,
      EmailSubject: 'Welcome to checkout',
      SMSMessage: invitation,
    },
  },
  UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Priority: 1, Name: 'verified_email' },
      { Priority: 2, Name: 'verified_phone_number' },
    ],
  },
  UserPoolTags: { team: 'checkout', environment: 'production', 'cost-centre': '4711' },
  UserPoolTier: 'PLUS',
};
