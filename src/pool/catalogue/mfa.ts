import { arn, boolean, codeMessage, enumeration, longText, row, scale, text } from './row.ts';

const factor = {
  calls: ['SetUserPoolMfaConfig'],
  absentInRead: 'none',
  absentAtCreation: 'none',
  carry: 'not-sent',
} as const;

const mirror = <Path extends string>(path: Path, sameAs: string) =>
  ({
    ...factor,
    read: { from: 'MfaConfig', path },
    sameAs,
    feltBy: 'message recipients',
    meaning: `The same setting as ${sameAs}.`,
    evidence: 'Service model: both calls share it.',
  }) as const;

const passkey = {
  ...factor,
  tier: { needs: 'ESSENTIALS', without: [null] },
  feltBy: 'sign-in',
} as const;

/** What only SetUserPoolMfaConfig writes, besides the MFA requirement itself. */
export const mfa = [
  row('MfaConfiguration', scale('OFF', 'OPTIONAL', 'ON'), {
    calls: ['UpdateUserPool', 'SetUserPoolMfaConfig'],
    safer: 'higher',
    absentInRead: { value: 'OFF' },
    absentAtCreation: { value: 'OFF' },
    feltBy: 'sign-in',
    meaning: 'Whether users need a second factor.',
    evidence:
      'API reference. UpdateUserPool only echoes it: AWS refuses ON there once the pool exists (cloudformation-coverage-roadmap #1176).',
  }),
  row('SoftwareTokenMfaConfiguration.Enabled', boolean, {
    ...factor,
    read: { from: 'MfaConfig', path: 'SoftwareTokenMfaConfiguration.Enabled' },
    safer: 'higher',
    absentInRead: { value: false },
    absentAtCreation: { value: false },
    feltBy: 'sign-in',
    meaning: 'Whether authenticator apps serve as a second factor.',
    evidence: 'Service model.',
  }),
  row('WebAuthnConfiguration.RelyingPartyId', text(1, 127), {
    ...passkey,
    read: { from: 'MfaConfig', path: 'WebAuthnConfiguration.RelyingPartyId' },
    meaning: 'The domain that passkeys are registered for; another one invalidates them.',
    evidence: 'Service model.',
  }),
  row('WebAuthnConfiguration.UserVerification', scale('preferred', 'required'), {
    ...passkey,
    read: { from: 'MfaConfig', path: 'WebAuthnConfiguration.UserVerification' },
    safer: 'higher',
    meaning: 'Whether a passkey must verify the user.',
    evidence: 'Service model.',
  }),
  row(
    'WebAuthnConfiguration.FactorConfiguration',
    enumeration('SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'),
    {
      ...passkey,
      read: { from: 'MfaConfig', path: 'WebAuthnConfiguration.FactorConfiguration' },
      meaning: 'Whether a passkey counts as one factor or as two.',
      evidence: 'SDK 3.1031 and later. SINGLE_FACTOR is refused with MFA ON (measured 2026-08, cdkd).',
    },
  ),
  row('SmsMfaConfiguration.SmsAuthenticationMessage', codeMessage(140), {
    ...mirror('SmsMfaConfiguration.SmsAuthenticationMessage', 'SmsAuthenticationMessage'),
  }),
  row('SmsMfaConfiguration.SmsConfiguration.SnsCallerArn', arn, {
    ...mirror('SmsMfaConfiguration.SmsConfiguration.SnsCallerArn', 'SmsConfiguration.SnsCallerArn'),
  }),
  ...(['ExternalId', 'SnsRegion'] as const).map((member) =>
    row(`SmsMfaConfiguration.SmsConfiguration.${member}`, longText, {
      ...mirror(`SmsMfaConfiguration.SmsConfiguration.${member}`, `SmsConfiguration.${member}`),
    }),
  ),
  ...(
    [
      'CallerArn',
      'ExternalId',
      'Region',
      'OriginationIdentity',
      'ConfigurationSetName',
      'InEntityId',
      'InTemplateId',
    ] as const
  ).map((member) =>
    row(`SmsMfaConfiguration.SmsConfiguration.EumsSms.${member}`, longText, {
      ...mirror(
        `SmsMfaConfiguration.SmsConfiguration.EumsSms.${member}`,
        `SmsConfiguration.EumsSms.${member}`,
      ),
    }),
  ),
] as const;
