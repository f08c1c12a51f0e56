import { codeMessage, enumeration, members, row, text } from './row.ts';

const legacyTwin = {
  absentInRead: 'none',
  absentAtCreation: 'none',
  carry: 'folded',
  feltBy: 'message recipients',
  evidence: 'API reference: no longer used; Describe mirrors the template here (Terraform provider).',
} as const;

const message = {
  absentInRead: 'none',
  absentAtCreation: 'none',
  feltBy: 'message recipients',
  evidence: 'Service model. Omission restores the default text (aws-cli #6484).',
} as const;

const attributes = { absentInRead: { value: [] }, absentAtCreation: { value: [] } } as const;

/** What a pool verifies, and the texts that it sends. */
export const messages = [
  row('AutoVerifiedAttributes', members(0, 2, 'phone_number', 'email'), {
    ...attributes,
    safer: 'higher',
    carry: 'as-read-or-empty',
    feltBy: 'sign-up form',
    meaning: 'Which attributes a new user has to verify.',
    evidence: 'Service model. Omission resets it to none (measured 2026-08, cdkd).',
  }),
  row(
    'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate',
    members(0, 2, 'phone_number', 'email'),
    {
      ...attributes,
      safer: 'higher',
      feltBy: 'application code',
      meaning: 'Which attributes keep their old value until the new one is verified.',
      evidence: 'API reference. Must lie within AutoVerifiedAttributes; [] turns it off (aws-nuke #477).',
    },
  ),
  row('SmsVerificationMessage', codeMessage(140), {
    ...legacyTwin,
    foldedInto: 'VerificationMessageTemplate.SmsMessage',
    meaning: 'The former place of VerificationMessageTemplate.SmsMessage.',
  }),
  row('EmailVerificationMessage', codeMessage(20_000), {
    ...legacyTwin,
    foldedInto: 'VerificationMessageTemplate.EmailMessage',
    meaning: 'The former place of VerificationMessageTemplate.EmailMessage.',
  }),
  row('EmailVerificationSubject', text(1, 140), {
    ...legacyTwin,
    foldedInto: 'VerificationMessageTemplate.EmailSubject',
    meaning: 'The former place of VerificationMessageTemplate.EmailSubject.',
  }),
  row('VerificationMessageTemplate.SmsMessage', codeMessage(140), {
    ...message,
    meaning: 'The SMS message that brings a verification code.',
  }),
  row('VerificationMessageTemplate.EmailMessage', codeMessage(20_000), {
    ...message,
    meaning: 'The email that brings a verification code.',
  }),
  row('VerificationMessageTemplate.EmailSubject', text(1, 140), {
    ...message,
    meaning: 'The subject of the email that brings a verification code.',
  }),
  row('VerificationMessageTemplate.EmailMessageByLink', text(6, 20_000, '\\{##[\\s\\S]*##\\}'), {
    ...message,
    meaning: 'The email that brings a verification link.',
  }),
  row('VerificationMessageTemplate.EmailSubjectByLink', text(1, 140), {
    ...message,
    meaning: 'The subject of the email that brings a verification link.',
  }),
  row(
    'VerificationMessageTemplate.DefaultEmailOption',
    enumeration('CONFIRM_WITH_LINK', 'CONFIRM_WITH_CODE'),
    {
      ...message,
      absentInRead: { value: 'CONFIRM_WITH_CODE' },
      absentAtCreation: { value: 'CONFIRM_WITH_CODE' },
      meaning: 'Whether a user verifies an email address by code or by link.',
      evidence: 'Service model; API reference for the default.',
    },
  ),
  row('SmsAuthenticationMessage', codeMessage(140), {
    ...message,
    calls: ['UpdateUserPool', 'SetUserPoolMfaConfig'],
    meaning: 'The SMS message that brings a sign-in code.',
    evidence: 'Service model. The same text as SmsMfaConfiguration.SmsAuthenticationMessage.',
  }),
] as const;
