import { boolean, integer, members, row } from './row.ts';

const characterClass = {
  safer: 'higher',
  feltBy: 'sign-up form',
  evidence:
    'Service model: Boolean. Omission keeps the password policy today (measured 2026-08, cdkd), resets it by documentation.',
} as const;

/** What passwords and first factors a pool accepts. */
export const passwordPolicy = [
  row('Policies.PasswordPolicy.MinimumLength', integer(6, 99), {
    safer: 'higher',
    absentAtCreation: { value: 8 },
    feltBy: 'sign-up form',
    meaning: 'Shortest password that a user may choose.',
    evidence: 'Service model: PasswordPolicyMinLengthType 6-99.',
  }),
  row('Policies.PasswordPolicy.RequireUppercase', boolean, {
    ...characterClass,
    meaning: 'Whether a password needs an uppercase letter.',
  }),
  row('Policies.PasswordPolicy.RequireLowercase', boolean, {
    ...characterClass,
    meaning: 'Whether a password needs a lowercase letter.',
  }),
  row('Policies.PasswordPolicy.RequireNumbers', boolean, {
    ...characterClass,
    meaning: 'Whether a password needs a digit.',
  }),
  row('Policies.PasswordPolicy.RequireSymbols', boolean, {
    ...characterClass,
    meaning: 'Whether a password needs a symbol.',
  }),
  row('Policies.PasswordPolicy.PasswordHistorySize', integer(0, 24), {
    safer: 'higher',
    absentInRead: { value: 0 },
    absentAtCreation: { value: 0 },
    tier: { needs: 'PLUS', without: [0, null] },
    feltBy: 'sign-up form',
    meaning: 'How many earlier passwords a user may not choose again.',
    evidence: 'Service model 0-24. Needs advanced security features: Terraform provider documentation.',
  }),
  row('Policies.PasswordPolicy.TemporaryPasswordValidityDays', integer(0, 365), {
    takenAsUnset: 0,
    safer: 'lower',
    absentInRead: { value: 7 },
    absentAtCreation: { value: 7 },
    feltBy: 'pending invitations',
    meaning: 'How many days a temporary password works.',
    evidence: 'API reference: default 7, and 0 is treated as null, that is 7.',
  }),
  row(
    'Policies.SignInPolicy.AllowedFirstAuthFactors',
    members(1, 5, 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'SOFTWARE_TOKEN'),
    {
      safer: 'lower',
      absentInRead: { value: ['PASSWORD'] },
      absentAtCreation: { value: ['PASSWORD'] },
      tier: { needs: 'ESSENTIALS', without: [['PASSWORD'], null] },
      feltBy: 'sign-in',
      meaning: 'What a user may sign in with first.',
      evidence: 'Service model; API reference: Essentials or higher, SOFTWARE_TOKEN not supported yet.',
    },
  ),
] as const;
