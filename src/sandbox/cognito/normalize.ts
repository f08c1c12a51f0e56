import {
  defined,
  isObject,
  type Json,
  type JsonObject,
  numberAt,
  objectAt,
  stringAt,
  stringsAt,
} from '../json.ts';
import { RESET_TO } from './defaults.ts';

/**
 * Settings in the form in which AWS keeps and shows them: nested omissions filled with their defaults,
 * placeholders gone. What is not named here is kept as it was sent.
 */
export function normalizeSettings(sent: JsonObject): JsonObject {
  const settings: Record<string, Json | undefined> = { ...sent };
  settings.Policies = policies(sent);
  settings.AdminCreateUserConfig = adminCreateUser(sent);
  settings.EmailConfiguration = {
    ...objectAt(RESET_TO, 'EmailConfiguration'),
    ...objectAt(sent, 'EmailConfiguration'),
  };
  settings.AutoVerifiedAttributes = unlessEmpty(sent.AutoVerifiedAttributes);
  settings.DeviceConfiguration = deviceTracking(sent);
  settings.DcrConfiguration = clientRegistration(sent);
  for (const member of ['AcrConfiguration', 'KeyConfiguration', 'IssuerConfiguration']) {
    settings[member] = unlessEmpty(sent[member]);
  }
  return defined(settings);
}

/** SDK documentation: a TemporaryPasswordValidityDays of 0 is treated as null, and null as 7. */
function policies(sent: JsonObject): JsonObject {
  const given = { ...objectAt(RESET_TO, 'Policies'), ...objectAt(sent, 'Policies') };
  const password = objectAt(given, 'PasswordPolicy');
  const legacyDays = numberAt(objectAt(sent, 'AdminCreateUserConfig'), 'UnusedAccountValidityDays');
  const filled: JsonObject = {
    MinimumLength: 8,
    // A policy that names only some classes is completed with false (seen by cdk-real-drift at creation).
    RequireUppercase: false,
    RequireLowercase: false,
    RequireNumbers: false,
    RequireSymbols: false,
    ...password,
    TemporaryPasswordValidityDays: numberAt(password, 'TemporaryPasswordValidityDays') || legacyDays || 7,
  };
  const { SignInPolicy: signIn, ...rest }: JsonObject = { ...given, PasswordPolicy: filled };
  const passwordOnly =
    stringsAt(objectAt(given, 'SignInPolicy'), 'AllowedFirstAuthFactors').join() === 'PASSWORD';
  // LITE has no choice of first factors, so a LITE pool shows no sign-in policy.
  const hidden = passwordOnly && stringAt(sent, 'UserPoolTier') === 'LITE';
  return hidden ? rest : defined({ ...rest, SignInPolicy: signIn });
}

function adminCreateUser(sent: JsonObject): JsonObject {
  const password = objectAt(policies(sent), 'PasswordPolicy');
  return {
    AllowAdminCreateUserOnly: false,
    ...objectAt(sent, 'AdminCreateUserConfig'),
    // Describe shows the legacy member beside the one that replaced it (github.com/pulumi/pulumi-aws-native/issues/1256).
    UnusedAccountValidityDays: numberAt(password, 'TemporaryPasswordValidityDays') ?? 7,
  };
}

/** SDK documentation: any value in it activates device tracking, so both switches false still means on. */
function deviceTracking(sent: JsonObject): JsonObject | undefined {
  const given = objectAt(sent, 'DeviceConfiguration');
  if (Object.keys(given).length === 0) return undefined;
  return { ChallengeRequiredOnNewDevice: false, DeviceOnlyRememberedOnUserPrompt: false, ...given };
}

/** SDK documentation: a DcrConfiguration without EnableStatus turns dynamic client registration on. */
function clientRegistration(sent: JsonObject): JsonObject | undefined {
  if (!isObject(sent.DcrConfiguration)) return undefined;
  return { EnableStatus: 'Enabled', OpenDcrEnabled: false, ...sent.DcrConfiguration };
}

function unlessEmpty(value: Json | undefined): Json | undefined {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0 ? undefined : value;
}
