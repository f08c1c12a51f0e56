import { isGovernable, type SettingPath, settings } from '../pool/settings.ts';

/** Settings whose change can bring another one with it, by the coupling's name in couplings/. */
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

/** The couplings that a change of a setting can bring with it, by name. */
export const couplingsOf = (setting: SettingPath): readonly string[] =>
  Object.entries(coupledSettings)
    .filter(([, paths]) => paths.includes(setting))
    .map(([name]) => name);

/** What each coupling brings with a change, in a sentence. */
export const couplingBrings: { readonly [coupling: string]: string } = {
  'pre-token-functions-equal': 'The other place of the pre token generation trigger gets the same function.',
  'trigger-versions':
    'A function that is set gets the event version V1_0 where it has none; one that goes takes its version along.',
  'tier-restored': 'A pool that was moved below the tier that the setting needs goes back to it.',
  'device-remembering': 'Both members of DeviceConfiguration come and go together.',
  'verified-before-update':
    'What is guarded before an update is verified automatically as well; what isn’t verified any more isn’t guarded.',
  'mfa-factor': 'Where the rule names authenticator apps and the pool has no factor, they are turned on.',
  'mfa-off-drops-factors': 'With MFA off its second factors go.',
  'default-text-dropped':
    'Of the mails by code and by link, the one that isn’t used goes, if it says only what AWS says.',
};
