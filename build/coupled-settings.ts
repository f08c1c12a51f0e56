import { isGovernable, type SettingPath, settings } from '../src/pool/settings.ts';

/** Settings whose change can bring another one with it, by the coupling's name in src/remediation/couplings/. */
export const coupledSettings: { readonly [coupling: string]: readonly SettingPath[] } = {
  'pre-token-functions-equal': [
    'LambdaConfig.PreTokenGeneration',
    'LambdaConfig.PreTokenGenerationConfig.LambdaArn',
  ],
  'trigger-versions': [
    'LambdaConfig.PreTokenGenerationConfig.LambdaArn',
    'LambdaConfig.CustomSMSSender.LambdaArn',
    'LambdaConfig.CustomEmailSender.LambdaArn',
    'LambdaConfig.InboundFederation.LambdaArn',
  ],
  'tier-restored': settings
    .filter((setting) => setting.tier !== undefined && isGovernable(setting))
    .map(({ path }) => path),
  'device-remembering': [
    'DeviceConfiguration.ChallengeRequiredOnNewDevice',
    'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt',
  ],
  'verified-before-update': [
    'AutoVerifiedAttributes',
    'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate',
  ],
  'mfa-factor': ['MfaConfiguration'],
  'mfa-off-drops-factors': ['MfaConfiguration'],
  'default-text-dropped': [
    'VerificationMessageTemplate.EmailMessage',
    'VerificationMessageTemplate.EmailMessageByLink',
  ],
};
