/** A rule of bench/policies/twenty/ as engines of other kinds take it; every setting is there in the pools that are measured. */
export interface Condition {
  readonly id: string;
  /** Where the setting is in `UserPool` of DescribeUserPool. */
  readonly path: readonly string[];
  readonly test:
    | { readonly is: 'at-least' | 'at-most'; readonly value: number }
    | { readonly is: 'one-of'; readonly values: readonly (string | boolean)[] }
    | { readonly is: 'includes' | 'excludes'; readonly value: string }
    | { readonly is: 'has-key'; readonly value: string };
}

const at = (id: string, path: string, test: Condition['test']): Condition => ({
  id,
  path: path.split('.'),
  test,
});
const isTrue = { is: 'one-of', values: [true] } as const;
const oneOf = (...values: readonly string[]) => ({ is: 'one-of', values }) as const;

/** The twenty rules. bench/engines.ts stops where an engine's verdicts differ from those of the YAML. */
export const conditions: readonly Condition[] = [
  at('length', 'Policies.PasswordPolicy.MinimumLength', { is: 'at-least', value: 14 }),
  at('upper', 'Policies.PasswordPolicy.RequireUppercase', isTrue),
  at('lower', 'Policies.PasswordPolicy.RequireLowercase', isTrue),
  at('numbers', 'Policies.PasswordPolicy.RequireNumbers', isTrue),
  at('symbols', 'Policies.PasswordPolicy.RequireSymbols', isTrue),
  at('invitation', 'Policies.PasswordPolicy.TemporaryPasswordValidityDays', { is: 'at-most', value: 7 }),
  at('history', 'Policies.PasswordPolicy.PasswordHistorySize', { is: 'at-least', value: 4 }),
  at('threats', 'UserPoolAddOns.AdvancedSecurityMode', oneOf('ENFORCED')),
  at('deletion', 'DeletionProtection', oneOf('ACTIVE')),
  at('tier', 'UserPoolTier', oneOf('ESSENTIALS', 'PLUS')),
  at('sign-up', 'AdminCreateUserConfig.AllowAdminCreateUserOnly', isTrue),
  at('mfa', 'MfaConfiguration', oneOf('OPTIONAL', 'ON')),
  at('verified', 'AutoVerifiedAttributes', { is: 'includes', value: 'email' }),
  at('updates', 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate', {
    is: 'includes',
    value: 'email',
  }),
  at('new-device', 'DeviceConfiguration.ChallengeRequiredOnNewDevice', isTrue),
  at('remembered', 'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt', isTrue),
  at('sender', 'EmailConfiguration.EmailSendingAccount', oneOf('DEVELOPER')),
  at('link', 'VerificationMessageTemplate.DefaultEmailOption', oneOf('CONFIRM_WITH_LINK')),
  at('team', 'UserPoolTags', { is: 'has-key', value: 'team' }),
  at('factors', 'Policies.SignInPolicy.AllowedFirstAuthFactors', { is: 'excludes', value: 'SMS_OTP' }),
];
