import type { KnownSetting, SettingPath } from '../../pool/settings.ts';
import type { RefusalCode } from '../../remediation/refusal.ts';

/** Which settings a refusal can be about, for those that are about some only. */
const about: { readonly [code in RefusalCode]?: readonly SettingPath[] | ((row: KnownSetting) => boolean) } =
  {
    sensitive: ({ sensitive }) => sensitive === true,
    'lock-out': ['MfaConfiguration', 'Policies.SignInPolicy.AllowedFirstAuthFactors'],
    cost: ['UserPoolTier'],
    'needs-tier': ({ tier }) => tier !== undefined,
    'tier-in-use': ['UserPoolTier'],
    'needs-mfa-factor': [
      'MfaConfiguration',
      'SoftwareTokenMfaConfiguration.Enabled',
      'EmailMfaConfiguration.Message',
      'EmailMfaConfiguration.Subject',
    ],
    'mfa-is-off': [
      'SoftwareTokenMfaConfiguration.Enabled',
      'EmailMfaConfiguration.Message',
      'EmailMfaConfiguration.Subject',
    ],
    'mfa-and-first-factors': [
      'MfaConfiguration',
      'Policies.SignInPolicy.AllowedFirstAuthFactors',
      'WebAuthnConfiguration.FactorConfiguration',
    ],
    'email-mfa': [
      'EmailMfaConfiguration.Message',
      'EmailMfaConfiguration.Subject',
      'EmailConfiguration.EmailSendingAccount',
      'AccountRecoverySetting.RecoveryMechanisms',
    ],
    'phone-recovery': [
      'AccountRecoverySetting.RecoveryMechanisms',
      'MfaConfiguration',
      'SmsConfiguration.SnsCallerArn',
      'SmsConfiguration.EumsSms.CallerArn',
    ],
    'needs-sms-configuration': [
      'AutoVerifiedAttributes',
      'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate',
      'Policies.SignInPolicy.AllowedFirstAuthFactors',
    ],
    'one-sms-sender': ['SmsConfiguration.SnsCallerArn', 'SmsConfiguration.EumsSms.CallerArn'],
    'sms-region': ['SmsConfiguration.EumsSms.Region'],
    'link-or-code': [
      'VerificationMessageTemplate.EmailMessage',
      'VerificationMessageTemplate.EmailMessageByLink',
    ],
    'pre-token-function': [
      'LambdaConfig.PreTokenGeneration',
      'LambdaConfig.PreTokenGenerationConfig.LambdaArn',
    ],
    'verified-before-update': [
      'AutoVerifiedAttributes',
      'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate',
    ],
    incomplete: ({ path }) =>
      path.startsWith('SmsConfiguration.') ||
      path.startsWith('KeyConfiguration.') ||
      /^LambdaConfig\..+\.Lambda(Arn|Version)$/.test(path) ||
      path === 'EmailConfiguration.EmailSendingAccount' ||
      path === 'EmailConfiguration.SourceArn',
    'unsupported-factor': ['Policies.SignInPolicy.AllowedFirstAuthFactors'],
    'level-names': ['AcrConfiguration'],
    'tag-rules': ['UserPoolTags'],
  };

/** Refusals that a change of any setting can meet. */
export const anySettingsRefusals: readonly RefusalCode[] = [
  'no-remedy',
  'policies-conflict',
  'changed-since',
  'unknown-settings',
  'broken-sms-role',
  'replica',
  'import-in-progress',
  'missing-permission',
  'carried-member',
  'refused-by-aws',
];

/** The refusals that a change of this setting, rather than of any, can meet. */
export const refusalsOf = (row: KnownSetting): readonly RefusalCode[] =>
  (Object.keys(about) as RefusalCode[]).filter((code) => {
    const settings = about[code];
    return typeof settings === 'function' ? settings(row) : settings?.includes(row.path);
  });
