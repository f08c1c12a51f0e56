import { expect, test } from 'vitest';
import { type DeployParameters, readDeployParameters as readFor } from '../../build/deploy-parameters.ts';
import { defaultParameters as defaults } from './default-parameters.ts';

const readDeployParameters = (given: Readonly<Record<string, unknown>>, typed: readonly string[] = []) =>
  readFor(given, { home: 'eu-west-1', typed });

const mistakesIn = (changed: Partial<Record<keyof typeof defaults, string>>): readonly string[] => {
  const read = readDeployParameters({ ...defaults, ...changed });
  return read.kind === 'mistakes' ? read.mistakes : [];
};

test('takes the defaults', () => {
  expect(readDeployParameters(defaults)).toEqual({
    kind: 'parameters',
    mode: 'remediate',
    otherRegions: [],
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
      regions: 'us-east-1, eu-west-1,ap-southeast-2',
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
      organizationId: 'o-a1b2c3d4e5',
      centreAccountId: '',
      callAs: 'SELF',
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
    otherRegions: ['ap-southeast-2', 'us-east-1'],
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
    organization: { kind: 'centre', organizationId: 'o-a1b2c3d4e5', callAs: 'SELF' },
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

test.each([
  [
    'what is no Region',
    'eu-west-1,useast1',
    ['regions: "useast1" is not the name of a Region such as eu-west-1'],
  ],
  ['a Region twice', 'eu-west-1,us-east-1,us-east-1', ['regions: "us-east-1" is named twice']],
  [
    'Regions without the one that is deployed to',
    'us-east-1',
    [
      'regions: eu-west-1, which is deployed to, is not among them: name it too, or deploy to one of them with --region',
    ],
  ],
  [
    'a Region of another partition',
    'eu-west-1,cn-north-1',
    ['regions: "cn-north-1" is in the partition aws-cn and eu-west-1 in aws: no account is in both'],
  ],
])('refuses %s', (_, regions, mistakes) => {
  expect(mistakesIn({ regions })).toEqual(mistakes);
});

test.each(['', 'eu-west-1', ' eu-west-1, '])('governs home alone by regions "%s"', (regions) => {
  expect(readDeployParameters({ ...defaults, regions })).toMatchObject({ otherRegions: [] });
});

test('refuses a second Region where EventBridge forwards nothing', () => {
  const regions = 'us-gov-west-1,us-gov-east-1';

  expect(readFor({ ...defaults, regions }, { home: 'us-gov-west-1' })).toMatchObject({
    mistakes: [
      'regions: EventBridge forwards nothing between Regions of aws-us-gov: leave regions out, and deploy to each Region',
    ],
  });
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

test('takes the centre of an organization, and a member of one', () => {
  const organizationOf = (given: object) => {
    const read = readDeployParameters({ ...defaults, ...given });
    return read.kind === 'parameters' ? read.organization : read.mistakes;
  };

  expect(organizationOf({ organizationId: 'o-a1b2c3d4e5' })).toEqual({
    kind: 'centre',
    organizationId: 'o-a1b2c3d4e5',
    callAs: 'DELEGATED_ADMIN',
  });
  expect(organizationOf({ centreAccountId: '999988887777', callAs: 'SELF' })).toEqual({
    kind: 'member',
    centre: '999988887777',
    callAs: 'SELF',
  });
});

test('tells every mistake of what a deployment is to an organization', () => {
  expect(
    mistakesIn({ organizationId: 'ou-1', centreAccountId: '1234', callAs: 'ME', emails: 'a@example.com' }),
  ).toEqual([
    'organizationId: "ou-1" is not the id of an organization such as o-a1b2c3d4e5',
    'centreAccountId: "1234" is not the 12 digits of an account',
    'centreAccountId: given with organizationId; a deployment is the centre of an organization or one of its members',
    'callAs: "ME" is neither DELEGATED_ADMIN nor SELF',
    'emails: given with centreAccountId; people are told by the centre',
  ]);
});

test('refuses a parameter that is given twice: the framework takes the last one without a word', () => {
  const read = readDeployParameters(defaults, ['mode', 'emails', 'mode']);

  expect(read).toEqual({
    kind: 'mistakes',
    mistakes: ['mode: given twice; give it once, with commas where there are several'],
  });
});

test('refuses a trail for each member of an organization', () => {
  expect(mistakesIn({ createTrail: 'true', centreAccountId: '999988887777' })).toEqual([
    'createTrail: given with centreAccountId; an organization has one trail for all of its accounts',
  ]);
});
