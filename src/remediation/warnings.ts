import type { SettingChange } from './setting-change.ts';

const warningFor = ({ setting, to }: SettingChange): string | undefined => {
  if (setting === 'MfaConfiguration' && to === 'ON')
    return 'Users without a second factor can’t sign in until they have enrolled one.';
  if (setting === 'Policies.SignInPolicy.AllowedFirstAuthFactors')
    return 'Users who have only a first factor that goes can’t sign in.';
  if (setting === 'WebAuthnConfiguration.RelyingPartyId')
    return 'Passkeys that users have registered stop working.';
  if (setting === 'UserPoolTier') return 'The price per monthly active user changes.';
  if (setting === 'IssuerConfiguration.Type')
    return 'Verifiers that pin the issuer refuse the pool’s tokens.';
  return undefined;
};

/** Adds to each change what people will feel, where it can hurt them. */
export const withWarnings = (changes: readonly SettingChange[]): readonly SettingChange[] =>
  changes.map((change) => {
    const warning = warningFor(change);
    return warning === undefined ? change : { ...change, warning };
  });
