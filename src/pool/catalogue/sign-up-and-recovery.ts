import { boolean, codeMessage, integer, ranking, row, text } from './row.ts';

const invitation = {
  absentInRead: 'none',
  absentAtCreation: 'none',
  feltBy: 'pending invitations',
  evidence: 'Service model. Omission restores the default text (aws-cli #6484).',
} as const;

const remembering = {
  absentInRead: 'none',
  absentAtCreation: 'none',
  feltBy: 'sign-in',
  evidence:
    'API reference: any DeviceConfiguration, even {false, false}, turns remembering on; absence turns it off.',
} as const;

/** Who may create an account, how it is recovered, and which devices are remembered. */
export const signUpAndRecovery = [
  row('AdminCreateUserConfig.AllowAdminCreateUserOnly', boolean, {
    safer: 'higher',
    absentInRead: { value: false },
    absentAtCreation: { value: false },
    feltBy: 'sign-up form',
    meaning: 'Whether only administrators may create users: false opens self sign-up.',
    evidence: 'Service model. Omission presumably opens self sign-up: carried always.',
  }),
  row('AdminCreateUserConfig.UnusedAccountValidityDays', integer(0, 365), {
    safer: 'lower',
    absentInRead: 'none',
    absentAtCreation: 'none',
    carry: 'folded',
    foldedInto: 'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
    feltBy: 'pending invitations',
    meaning: 'The former place of TemporaryPasswordValidityDays.',
    evidence: 'API reference: no longer in use. AWS refuses both together (aws-sdk-js #3817).',
  }),
  row('AdminCreateUserConfig.InviteMessageTemplate.SMSMessage', text(6, 140), {
    ...invitation,
    meaning: 'The SMS message that invites a user.',
  }),
  row('AdminCreateUserConfig.InviteMessageTemplate.EmailMessage', text(6, 20_000), {
    ...invitation,
    meaning: 'The email that invites a user.',
  }),
  row('AdminCreateUserConfig.InviteMessageTemplate.EmailSubject', text(1, 140), {
    ...invitation,
    meaning: 'The subject of the email that invites a user.',
  }),
  row(
    'AccountRecoverySetting.RecoveryMechanisms',
    ranking(1, 2, 'admin_only', 'verified_email', 'verified_phone_number'),
    {
      safer: 'earlier',
      absentInRead: { value: ['verified_phone_number', 'verified_email'] },
      absentAtCreation: 'unknown',
      elements: ['Priority', 'Name'],
      feltBy: 'password reset',
      meaning: 'How a user gets back in without the password, in order of preference.',
      evidence:
        'API reference: without it, SMS is preferred to email (legacy behaviour). Pools that were created without it were read back with email first (github.com/go-to-k/cdk-real-drift), so the two disagree on new pools.',
    },
  ),
  row('DeviceConfiguration.ChallengeRequiredOnNewDevice', boolean, {
    ...remembering,
    meaning: 'Whether a remembered device answers for the second factor.',
  }),
  row('DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt', boolean, {
    ...remembering,
    meaning: 'Whether a device is remembered only when the user agrees.',
  }),
] as const;

/** Not part of UpdateUserPool, but of SetUserPoolMfaConfig. */
export const emailMfa = [
  row('EmailMfaConfiguration.Message', codeMessage(20_000), {
    calls: ['SetUserPoolMfaConfig'],
    read: { from: 'MfaConfig', path: 'EmailMfaConfiguration.Message' },
    absentInRead: 'none',
    absentAtCreation: 'none',
    carry: 'not-sent',
    tier: { needs: 'ESSENTIALS', without: [null] },
    feltBy: 'message recipients',
    meaning: 'The email that brings a sign-in code.',
    evidence: 'Service model; needs EmailSendingAccount DEVELOPER.',
  }),
  row('EmailMfaConfiguration.Subject', text(1, 140), {
    calls: ['SetUserPoolMfaConfig'],
    read: { from: 'MfaConfig', path: 'EmailMfaConfiguration.Subject' },
    absentInRead: 'none',
    absentAtCreation: 'none',
    carry: 'not-sent',
    tier: { needs: 'ESSENTIALS', without: [null] },
    feltBy: 'message recipients',
    meaning: 'The subject of the email that brings a sign-in code.',
    evidence: 'Service model.',
  }),
] as const;
