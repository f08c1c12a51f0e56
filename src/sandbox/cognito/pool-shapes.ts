import { boolean, integer, list, type Members, map, oneOf, required, structure, text } from './shape.ts';
import {
  ARN,
  EMAIL_MESSAGE,
  EMAIL_MESSAGE_BY_LINK,
  EMAIL_SUBJECT,
  FREE_TEXT,
  INVITE_EMAIL_MESSAGE,
  INVITE_SMS_MESSAGE,
  NAME,
  REGION,
  SMS_MESSAGE,
  TAG_KEY,
  TAG_VALUE,
} from './texts.ts';

const trigger = (...versions: readonly string[]) =>
  structure({ LambdaVersion: required(oneOf(...versions)), LambdaArn: required(ARN) });

const verifiedAttributes = list(oneOf('phone_number', 'email'));
const grantTypes = list(oneOf('code', 'implicit', 'client_credentials'));

/**
 * SmsConfiguration, in UpdateUserPool and in SetUserPoolMfaConfig. EumsSms is of July 2026; since then
 * SnsCallerArn is neither required nor of a minimum length.
 */
export const SMS_CONFIGURATION = structure({
  SnsCallerArn: { kind: 'string', min: 0, max: 2048, pattern: `(${ARN.pattern})?` },
  ExternalId: FREE_TEXT,
  SnsRegion: REGION,
  EumsSms: structure({
    CallerArn: required(ARN),
    ExternalId: FREE_TEXT,
    OriginationIdentity: FREE_TEXT,
    ConfigurationSetName: FREE_TEXT,
    InEntityId: FREE_TEXT,
    InTemplateId: FREE_TEXT,
    Region: REGION,
  }),
});

/**
 * The settings that CreateUserPool and UpdateUserPool both take.
 * Bounds, patterns and enumerations: AWS's service model for cognito-idp; members newer than July 2026
 * (AcrConfiguration, DcrConfiguration) from the SDK's documentation, which gives no bounds for them.
 */
export const POOL_SETTINGS: Members = {
  Policies: structure({
    PasswordPolicy: structure({
      MinimumLength: integer(6, 99),
      RequireUppercase: boolean,
      RequireLowercase: boolean,
      RequireNumbers: boolean,
      RequireSymbols: boolean,
      PasswordHistorySize: integer(0, 24),
      TemporaryPasswordValidityDays: integer(0, 365),
    }),
    SignInPolicy: structure({
      AllowedFirstAuthFactors: list(
        oneOf('PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'SOFTWARE_TOKEN'),
        {
          min: 1,
          max: 5,
        },
      ),
    }),
  }),
  DeletionProtection: oneOf('ACTIVE', 'INACTIVE'),
  LambdaConfig: structure({
    PreSignUp: ARN,
    CustomMessage: ARN,
    PostConfirmation: ARN,
    PreAuthentication: ARN,
    PostAuthentication: ARN,
    DefineAuthChallenge: ARN,
    CreateAuthChallenge: ARN,
    VerifyAuthChallengeResponse: ARN,
    PreTokenGeneration: ARN,
    UserMigration: ARN,
    PreTokenGenerationConfig: trigger('V1_0', 'V2_0', 'V3_0'),
    CustomSMSSender: trigger('V1_0'),
    CustomEmailSender: trigger('V1_0'),
    KMSKeyID: ARN,
    InboundFederation: trigger('V1_0'),
  }),
  AutoVerifiedAttributes: verifiedAttributes,
  SmsVerificationMessage: SMS_MESSAGE,
  EmailVerificationMessage: EMAIL_MESSAGE,
  EmailVerificationSubject: EMAIL_SUBJECT,
  VerificationMessageTemplate: structure({
    SmsMessage: SMS_MESSAGE,
    EmailMessage: EMAIL_MESSAGE,
    EmailSubject: EMAIL_SUBJECT,
    EmailMessageByLink: EMAIL_MESSAGE_BY_LINK,
    EmailSubjectByLink: EMAIL_SUBJECT,
    DefaultEmailOption: oneOf('CONFIRM_WITH_LINK', 'CONFIRM_WITH_CODE'),
  }),
  SmsAuthenticationMessage: SMS_MESSAGE,
  UserAttributeUpdateSettings: structure({ AttributesRequireVerificationBeforeUpdate: verifiedAttributes }),
  MfaConfiguration: oneOf('OFF', 'ON', 'OPTIONAL'),
  DeviceConfiguration: structure({
    ChallengeRequiredOnNewDevice: boolean,
    DeviceOnlyRememberedOnUserPrompt: boolean,
  }),
  EmailConfiguration: structure({
    SourceArn: ARN,
    ReplyToEmailAddress: {
      kind: 'string',
      pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
    },
    EmailSendingAccount: oneOf('COGNITO_DEFAULT', 'DEVELOPER'),
    From: FREE_TEXT,
    ConfigurationSet: text(1, 64, '^[a-zA-Z0-9_-]+$'),
  }),
  SmsConfiguration: SMS_CONFIGURATION,
  UserPoolTags: map(TAG_KEY, TAG_VALUE),
  AdminCreateUserConfig: structure({
    AllowAdminCreateUserOnly: boolean,
    UnusedAccountValidityDays: integer(0, 365),
    InviteMessageTemplate: structure({
      SMSMessage: INVITE_SMS_MESSAGE,
      EmailMessage: INVITE_EMAIL_MESSAGE,
      EmailSubject: EMAIL_SUBJECT,
    }),
  }),
  UserPoolAddOns: structure({
    AdvancedSecurityMode: required(oneOf('OFF', 'AUDIT', 'ENFORCED')),
    AdvancedSecurityAdditionalFlows: structure({ CustomAuthMode: oneOf('AUDIT', 'ENFORCED') }),
  }),
  AccountRecoverySetting: structure({
    RecoveryMechanisms: list(
      structure({
        Priority: required(integer(1, 2)),
        Name: required(oneOf('verified_email', 'verified_phone_number', 'admin_only')),
      }),
      { min: 1, max: 2 },
    ),
  }),
  PoolName: NAME,
  UserPoolTier: oneOf('LITE', 'ESSENTIALS', 'PLUS'),
  KeyConfiguration: structure({ KeyType: oneOf('AWS_OWNED_KEY', 'CUSTOMER_MANAGED_KEY'), KmsKeyArn: ARN }),
  IssuerConfiguration: structure({ Type: oneOf('ORIGINAL', 'UPDATED') }),
  AcrConfiguration: map(
    oneOf('Level1', 'Level2', 'Level3', 'Level4'),
    structure({ AcrValue: required({ kind: 'string', min: 1 }) }),
  ),
  DcrConfiguration: structure({
    EnableStatus: oneOf('Enabled', 'Disabled'),
    OpenDcrEnabled: boolean,
    AuthenticatedGrantTypes: grantTypes,
    OpenDcrGrantTypes: grantTypes,
    AllowedScopes: list({ kind: 'string' }),
  }),
};
