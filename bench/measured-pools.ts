import type { PoolSnapshot } from '../src/pool/pool-snapshot.ts';
import { aPoolSnapshot } from '../test/support/a-pool-snapshot.ts';

/** The same chances each time, from 0 to below 1. */
const chances = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

/** Pools that have every setting that bench/policies/twenty/ asks for, each of them right or wrong by chance. */
export const measuredPools = (count: number): readonly PoolSnapshot[] => {
  const chance = chances(7);
  const oneOf = <Value>(...values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(chance() * values.length)] ?? values[0];
  return Array.from({ length: count }, (_, index) => {
    const mfa = oneOf('OFF', 'OPTIONAL', 'ON');
    return aPoolSnapshot({
      id: `eu-west-1_${index.toString(36).padStart(9, '0')}`,
      set: {
        'Policies.PasswordPolicy.MinimumLength': oneOf(8, 12, 14, 20),
        'Policies.PasswordPolicy.RequireUppercase': oneOf(true, true, false),
        'Policies.PasswordPolicy.RequireLowercase': oneOf(true, true, false),
        'Policies.PasswordPolicy.RequireNumbers': oneOf(true, true, false),
        'Policies.PasswordPolicy.RequireSymbols': oneOf(true, true, false),
        'Policies.PasswordPolicy.TemporaryPasswordValidityDays': oneOf(1, 7, 30),
        'Policies.PasswordPolicy.PasswordHistorySize': oneOf(1, 4, 12),
        'UserPoolAddOns.AdvancedSecurityMode': oneOf('OFF', 'AUDIT', 'ENFORCED', 'ENFORCED'),
        DeletionProtection: oneOf('ACTIVE', 'ACTIVE', 'INACTIVE'),
        UserPoolTier: oneOf('LITE', 'ESSENTIALS', 'PLUS'),
        'AdminCreateUserConfig.AllowAdminCreateUserOnly': oneOf(true, false),
        MfaConfiguration: mfa,
        AutoVerifiedAttributes: oneOf(['email'], ['phone_number'], ['email', 'phone_number']),
        'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate': oneOf(
          ['email'],
          ['phone_number'],
        ),
        'DeviceConfiguration.ChallengeRequiredOnNewDevice': oneOf(true, false),
        'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt': oneOf(true, false),
        'EmailConfiguration.EmailSendingAccount': oneOf('DEVELOPER', 'COGNITO_DEFAULT'),
        'VerificationMessageTemplate.DefaultEmailOption': oneOf('CONFIRM_WITH_LINK', 'CONFIRM_WITH_CODE'),
        UserPoolTags: oneOf({ team: 'checkout', stage: 'production' }, { stage: 'test' }),
        'Policies.SignInPolicy.AllowedFirstAuthFactors': oneOf(
          ['PASSWORD'],
          ['PASSWORD', 'SMS_OTP'],
          ['PASSWORD', 'EMAIL_OTP'],
        ),
      },
      mfaConfig: { MfaConfiguration: mfa },
    });
  });
};
