import type { SettingValue } from '../../src/pool/setting-value.ts';
import type { SettingPath } from '../../src/pool/settings.ts';

/** Settings that AWS couples, and how often a case is about them: rules on two of them meet more often than by chance. */
export const themes: readonly (readonly [weight: number, of: RegExp])[] = [
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
export const furtherValues: { readonly [path in SettingPath]?: readonly SettingValue[] } = {
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

/** What AWS refuses together and chance seldom asks together. */
export const meetings: readonly {
  readonly [path in SettingPath]?: { readonly [operator: string]: unknown };
}[] = [
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
