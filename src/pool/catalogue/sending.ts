import { arn, enumeration, longText, row, text } from './row.ts';

const sender = {
  absentInRead: 'none',
  absentAtCreation: 'none',
  feltBy: 'message recipients',
  sensitive: true,
  evidence: 'Service model. What omission does is not published: carried always.',
} as const;

/** Through which accounts, roles and addresses a pool sends. */
export const sending = [
  row('EmailConfiguration.SourceArn', arn, {
    ...sender,
    meaning: 'The SES identity that mail is sent from.',
  }),
  row(
    'EmailConfiguration.ReplyToEmailAddress',
    text(1, 320, '^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+$'),
    {
      ...sender,
      meaning: 'Where answers to the mail go.',
      evidence: 'Service model: EmailAddressType pattern.',
    },
  ),
  row('EmailConfiguration.EmailSendingAccount', enumeration('COGNITO_DEFAULT', 'DEVELOPER'), {
    ...sender,
    absentInRead: { value: 'COGNITO_DEFAULT' },
    absentAtCreation: { value: 'COGNITO_DEFAULT' },
    meaning: 'Whether mail goes through the account’s own SES.',
  }),
  row('EmailConfiguration.From', longText, { ...sender, meaning: 'The sender’s name and address.' }),
  row('EmailConfiguration.ConfigurationSet', text(1, 64, '^[a-zA-Z0-9_-]+$'), {
    ...sender,
    meaning: 'The SES configuration set that mail is sent with.',
  }),
  row('SmsConfiguration.SnsCallerArn', arn, {
    ...sender,
    calls: ['UpdateUserPool', 'SetUserPoolMfaConfig'],
    meaning: 'The role through which Cognito sends SMS messages with SNS.',
    evidence:
      'API reference: not together with EumsSms. A broken role fails every UpdateUserPool (nx-plugin-for-aws #631).',
  }),
  row('SmsConfiguration.ExternalId', longText, {
    ...sender,
    calls: ['UpdateUserPool', 'SetUserPoolMfaConfig'],
    meaning: 'The external id that Cognito shows to the role. A secret.',
  }),
  row('SmsConfiguration.SnsRegion', text(5, 32), {
    ...sender,
    calls: ['UpdateUserPool', 'SetUserPoolMfaConfig'],
    meaning: 'The Region whose SNS sends the SMS messages.',
  }),
  row('SmsConfiguration.EumsSms.CallerArn', arn, {
    ...sender,
    calls: ['UpdateUserPool', 'SetUserPoolMfaConfig'],
    meaning: 'The role through which Cognito sends with End User Messaging.',
    evidence: 'SDK 3.1090 and later; API reference: not together with SnsCallerArn.',
  }),
  ...(
    [
      ['ExternalId', 'The external id that Cognito shows to the role. A secret.'],
      ['OriginationIdentity', 'The number or sender id that messages come from.'],
      ['ConfigurationSetName', 'The End User Messaging configuration set.'],
      ['InEntityId', 'The entity id that India’s operators ask for.'],
      ['InTemplateId', 'The template id that India’s operators ask for.'],
    ] as const
  ).map(([member, meaning]) =>
    row(`SmsConfiguration.EumsSms.${member}`, longText, {
      ...sender,
      calls: ['UpdateUserPool', 'SetUserPoolMfaConfig'],
      meaning,
    }),
  ),
  row('SmsConfiguration.EumsSms.Region', text(5, 32), {
    ...sender,
    calls: ['UpdateUserPool', 'SetUserPoolMfaConfig'],
    meaning: 'The Region whose End User Messaging sends; must be the pool’s own.',
    evidence: 'API reference: another Region is refused.',
  }),
] as const;
