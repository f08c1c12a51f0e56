import { describe, expect, it } from 'vitest';
import type { SettingPath } from '../../src/pool/settings.ts';
import { type Asking, planned } from './planned.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const firstFactors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
const permitted = { allowLockOut: 'SEC-2', allowCost: 'SEC-3' };

const warned: readonly (readonly [setting: SettingPath, asking: Asking, warning: string])[] = [
  [
    'MfaConfiguration',
    {
      set: { [firstFactors]: ['PASSWORD'] },
      asked: { MfaConfiguration: { equals: 'ON' } },
      terms: permitted,
    },
    'Users without a second factor can’t sign in until they have enrolled one.',
  ],
  [
    firstFactors,
    { asked: { [firstFactors]: { equals: ['PASSWORD'] } }, terms: permitted },
    'Users who have only a first factor that goes can’t sign in.',
  ],
  [
    'WebAuthnConfiguration.RelyingPartyId',
    { asked: { 'WebAuthnConfiguration.RelyingPartyId': { equals: 'example.com' } } },
    'Passkeys that users have registered stop working.',
  ],
  [
    'UserPoolTier',
    {
      set: { UserPoolTier: 'ESSENTIALS', UserPoolAddOns: undefined },
      asked: { UserPoolTier: { equals: 'PLUS' } },
      terms: permitted,
    },
    'The price per monthly active user changes.',
  ],
  [
    'IssuerConfiguration.Type',
    { asked: { 'IssuerConfiguration.Type': { equals: 'UPDATED' } } },
    'Verifiers that pin the issuer refuse the pool’s tokens.',
  ],
];

const mfaOff = { MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration: undefined };

const unwarned: readonly (readonly [title: string, asking: Asking])[] = [
  [
    'MFA that becomes OPTIONAL',
    {
      set: { MfaConfiguration: 'OFF' },
      mfaConfig: mfaOff,
      asked: { MfaConfiguration: { equals: 'OPTIONAL' } },
    },
  ],
  [
    'a text that only reads like it',
    { asked: { 'VerificationMessageTemplate.EmailSubject': { equals: 'ON' } } },
  ],
  ['longer passwords', { asked: { [length]: { atLeast: 16 } } }],
];

describe('a change that people can feel', () => {
  it.each(warned)('says so beforehand: %s', (setting, asking, warning) => {
    expect(planned(asking).changes).toMatchObject([{ setting, warning }]);
  });
});

describe('a change that hurts nobody', () => {
  it.each(unwarned)('warns of nothing: %s', (_, asking) => {
    const [change, ...others] = planned(asking).changes;

    expect(others).toEqual([]);
    expect(change).toBeDefined();
    expect(change).not.toHaveProperty('warning');
  });
});
