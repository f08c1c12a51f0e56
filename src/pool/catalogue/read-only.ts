import { boolean, members, row } from './row.ts';

const readOnly = {
  calls: ['none'],
  absentInRead: 'none',
  absentAtCreation: 'none',
  carry: 'not-sent',
  feltBy: 'nobody',
  evidence: 'SDK: a member of UserPoolType that UpdateUserPoolRequest lacks.',
} as const;

const fixed = {
  ...readOnly,
  calls: ['CreateUserPool'],
  feltBy: 'sign-in',
  evidence: 'Developer guide: can’t be changed after creation.',
} as const;

const opaque = { kind: 'opaque' } as const;

/** What Describe tells and UpdateUserPool doesn't take. */
export const readOnlyMembers = [
  row('Id', opaque, { ...readOnly, meaning: 'The pool’s id.' }),
  row('Arn', opaque, { ...readOnly, meaning: 'The pool’s ARN.' }),
  row('Status', opaque, { ...readOnly, meaning: 'No longer used.' }),
  row('LastModifiedDate', opaque, { ...readOnly, meaning: 'When the pool last changed.' }),
  row('CreationDate', opaque, { ...readOnly, meaning: 'When the pool was created.' }),
  row('SchemaAttributes', opaque, { ...readOnly, meaning: 'The attributes that users have.' }),
  row('EstimatedNumberOfUsers', opaque, { ...readOnly, meaning: 'How many users there are, roughly.' }),
  row('SmsConfigurationFailure', opaque, { ...readOnly, meaning: 'Why SMS messages can’t be sent.' }),
  row('EmailConfigurationFailure', opaque, { ...readOnly, meaning: 'No longer used.' }),
  row('Domain', opaque, { ...readOnly, meaning: 'The prefix domain of the sign-in pages.' }),
  row('CustomDomain', opaque, { ...readOnly, meaning: 'The custom domain of the sign-in pages.' }),
  row('AliasAttributes', members(0, 3, 'phone_number', 'email', 'preferred_username'), {
    ...fixed,
    meaning: 'What else users may sign in with beside their username.',
  }),
  row('UsernameAttributes', members(0, 2, 'phone_number', 'email'), {
    ...fixed,
    meaning: 'What users sign in with instead of a username.',
  }),
  row('UsernameConfiguration.CaseSensitive', boolean, {
    ...fixed,
    meaning: 'Whether usernames tell upper from lower case.',
  }),
] as const;
