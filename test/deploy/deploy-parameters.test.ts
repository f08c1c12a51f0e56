import { expect, test } from 'vitest';
import { type DeployParameters, readDeployParameters } from '../../build/deploy-parameters.ts';
import { defaultParameters as defaults } from './default-parameters.ts';

const mistakesIn = (changed: Partial<Record<keyof typeof defaults, string>>): readonly string[] => {
  const read = readDeployParameters({ ...defaults, ...changed });
  return read.kind === 'mistakes' ? read.mistakes : [];
};

test('takes the defaults', () => {
  expect(readDeployParameters(defaults)).toEqual({
    kind: 'parameters',
    mode: 'remediate',
    emails: [],
    urgentEmails: [],
    securityHub: false,
    smsRoleArns: [],
    createTrail: false,
    sweepMinutes: 60,
    policies: 'policies',
  } satisfies DeployParameters);
});

test('takes every parameter, lists with spaces and repetitions among them', () => {
  const read = readDeployParameters(
    {
      mode: 'notify',
      emails: ' security@example.com, ops@example.com,security@example.com,',
      slackWorkspaceId: 'T0123456789',
      slackChannelId: 'C0123456789',
      urgentEmails: 'on-call@example.com, ops@example.com',
      quietHours: '22:00-07:00 Europe/Berlin',
      slackWebhookParameter: '/cognito-lifeguard/prod/slack-webhook',
      securityHub: 'true',
      smsRoleArns: 'arn:aws-us-gov:iam::111122223333:role/service-role/sms',
      remediateSensitive: 'LambdaConfig, EmailConfiguration.From',
      unknownSettings: 'refuse',
      sweepEvery: 'rate(1 day)',
      sweepRate: '.25',
      settleSeconds: '0',
      debtAfter: '30',
      tellDenied: 'true',
      retentionDays: '30',
      accountAlias: 'Payments production',
      permissionsBoundary: 'arn:aws-us-gov:iam::111122223333:policy/teams/boundary',
      createTrail: 'true',
      logLevel: 'DEBUG',
      policies: '../policies',
    },
    Object.keys(defaults),
  );

  expect(read).toEqual({
    kind: 'parameters',
    mode: 'notify',
    emails: ['security@example.com', 'ops@example.com'],
    // Who hears of everything hears of what is urgent, too.
    urgentEmails: ['on-call@example.com'],
    slackWebhookParameter: '/cognito-lifeguard/prod/slack-webhook',
    securityHub: true,
    slack: { workspaceId: 'T0123456789', channelId: 'C0123456789' },
    smsRoleArns: ['arn:aws-us-gov:iam::111122223333:role/service-role/sms'],
    permissionsBoundary: 'arn:aws-us-gov:iam::111122223333:policy/teams/boundary',
    createTrail: true,
    sweepMinutes: 1440,
    policies: '../policies',
  } satisfies DeployParameters);
});

test.each([
  ['a mode that is none', { mode: 'enforce' }, 'mode: "enforce" is neither remediate nor notify'],
  ['an email that is none', { emails: 'ops@example.com,ops' }, 'emails: "ops" is not an email address'],
  [
    'a display name',
    { emails: 'Ops <ops@example.com>' },
    'emails: "Ops <ops@example.com>" is not an email address',
  ],
  [
    'an urgent email that is none',
    { urgentEmails: 'pager' },
    'urgentEmails: "pager" is not an email address',
  ],
  [
    'quiet hours without a time zone',
    { quietHours: '22:00-07:00' },
    'quietHours: "22:00-07:00" is not hours and a time zone such as 22:00-07:00 Europe/Berlin',
  ],
  [
    'a webhook’s address, which is a secret',
    { slackWebhookParameter: 'https://hooks.slack.com/services/T0/B0/secret' },
    'slackWebhookParameter: "an address" is not the name of an SSM parameter such as /cognito-lifeguard/prod/slack-webhook; the address itself goes into that parameter',
  ],
  ['half of Security Hub', { securityHub: 'yes' }, 'securityHub: "yes" is neither true nor false'],
  ['a workspace alone', { slackWorkspaceId: 'T1' }, 'slackWorkspaceId: given without slackChannelId'],
  ['a channel alone', { slackChannelId: 'C1' }, 'slackChannelId: given without slackWorkspaceId'],
  [
    "a channel's name",
    { slackWorkspaceId: 'T1', slackChannelId: '#security' },
    'slackChannelId: "#security" is not a channel\'s id such as C0123456789 (its name won\'t do)',
  ],
  [
    "a workspace's address",
    { slackWorkspaceId: 'team.example.com', slackChannelId: 'C1' },
    'slackWorkspaceId: "team.example.com" is not a workspace\'s id such as T0123456789',
  ],
  [
    'a pattern of roles',
    { smsRoleArns: 'arn:aws:iam::111122223333:role/*' },
    'smsRoleArns: "arn:aws:iam::111122223333:role/*" is not the ARN of one IAM role',
  ],
  ["a role's name", { smsRoleArns: 'sms' }, 'smsRoleArns: "sms" is not the ARN of one IAM role'],
  [
    'an alias with a line break',
    { accountAlias: 'a\nb' },
    'accountAlias: at most 63 letters, digits, spaces, dots, underscores and hyphens, the first a letter or digit',
  ],
  [
    'a boundary that is a role',
    { permissionsBoundary: 'arn:aws:iam::111122223333:role/boundary' },
    'permissionsBoundary: "arn:aws:iam::111122223333:role/boundary" is not the ARN of an IAM policy such as arn:aws:iam::111122223333:policy/boundary',
  ],
  [
    'a boundary by its name',
    { permissionsBoundary: 'boundary' },
    'permissionsBoundary: "boundary" is not the ARN of an IAM policy such as arn:aws:iam::111122223333:policy/boundary',
  ],
  ['half a trail', { createTrail: 'yes' }, 'createTrail: "yes" is neither true nor false'],
  [
    'a log level that hides errors',
    { logLevel: 'SILENT' },
    'logLevel: "SILENT" is not one of DEBUG, INFO, WARN, ERROR',
  ],
  [
    'what isn’t sensitive',
    { remediateSensitive: 'LambdaConfig,Policies' },
    'remediateSensitive: "Policies" is no sensitive setting; the nearest is LambdaConfig',
  ],
  [
    'an unknown way with unknown settings',
    { unknownSettings: 'drop' },
    'unknownSettings: "drop" is neither carry nor refuse',
  ],
  ['a share of nothing', { sweepRate: '0' }, 'sweepRate: "0" is not a share from 0.01 to 1'],
  ['a share over the whole', { sweepRate: '1.5' }, 'sweepRate: "1.5" is not a share from 0.01 to 1'],
  ['a share in another notation', { sweepRate: '1e-1' }, 'sweepRate: "1e-1" is not a share from 0.01 to 1'],
  [
    'a settling time that is too long',
    { settleSeconds: '301' },
    'settleSeconds: "301" is not a whole number from 0 to 300',
  ],
  [
    'a debt that ends never',
    { debtAfter: 'never' },
    'debtAfter: "never" is not a whole number from 0 to 365',
  ],
  ['another word for true', { tellDenied: 'yes' }, 'tellDenied: "yes" is neither true nor false'],
  [
    'a memory shorter than a month',
    { retentionDays: '7' },
    'retentionDays: "7" is not a whole number from 30 to 3650',
  ],
  ['no folder', { policies: ' ' }, 'policies: names no folder'],
])('refuses %s', (_, changed, mistake) => {
  expect(mistakesIn(changed)).toEqual([mistake]);
});

test('reports every mistake, misspelt names among them', () => {
  const read = readDeployParameters({ ...defaults, mode: '', logLevel: 'info' }, ['mode', 'email']);

  expect(read).toEqual({
    kind: 'mistakes',
    mistakes: [
      'email: there is no such parameter; the nearest is emails',
      'mode: "" is neither remediate nor notify',
      'logLevel: "info" is not one of DEBUG, INFO, WARN, ERROR',
    ],
  });
});

test.each([
  ['rate(15 minutes)', 15],
  ['rate(1 hour)', 60],
  ['rate(6 hours)', 360],
  ['rate(24 hours)', 1440],
])('sweeps by %s', (sweepEvery, sweepMinutes) => {
  expect(readDeployParameters({ ...defaults, sweepEvery })).toMatchObject({ sweepMinutes });
});

test.each([
  'rate(14 minutes)',
  'rate(25 hours)',
  'rate(1 hours)',
  'rate(2 hour)',
  'cron(0 * * * ? *)',
  '1 hour',
  'rate(1 hour) rate(1 hour)',
  '',
])('refuses to sweep by "%s"', (sweepEvery) => {
  expect(mistakesIn({ sweepEvery })).toEqual([
    `sweepEvery: "${sweepEvery}" is not a rate from rate(15 minutes) to rate(24 hours)`,
  ]);
});
