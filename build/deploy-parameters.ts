import { closest } from 'fastest-levenshtein';
import { emailPattern } from '../src/policy/owners-file.ts';
import { settings } from '../src/pool/settings.ts';
import { parseQuietHours } from '../src/telling/quiet-hours.ts';
import { mistakesOfRegions } from './mistakes-of-regions.ts';
import { type OrganizationRole, readOrganizationRole } from './organization/organization-parameters.ts';

/** What a deployment was asked for, checked. */
export interface DeployParameters {
  readonly kind: 'parameters';
  readonly mode: 'remediate' | 'notify';
  /** The governed Regions besides the one that is deployed to, by name. */
  readonly otherRegions: readonly string[];
  /** Who hears of everything. */
  readonly emails: readonly string[];
  /** Who hears only of what is urgent. */
  readonly urgentEmails: readonly string[];
  readonly slack?: { readonly workspaceId: string; readonly channelId: string };
  /** The name of the SSM parameter with a Slack webhook's address. */
  readonly slackWebhookParameter?: string;
  readonly securityHub: boolean;
  readonly smsRoleArns: readonly string[];
  /** The ARN of the policy that bounds every role that is made. */
  readonly permissionsBoundary?: string;
  /** True where a trail is made. */
  readonly createTrail: boolean;
  /** How many minutes are between one sweep and the next. */
  readonly sweepMinutes: number;
  /** What the deployment is to an organization; absent where it is nothing to one. */
  readonly organization?: OrganizationRole;
  /** The folder whose policy files are compiled in. */
  readonly policies: string;
}

/** What is wrong with a deployment's parameters, one sentence for each mistake. */
export interface ParameterMistakes {
  readonly kind: 'mistakes';
  readonly mistakes: readonly string[];
}

const names = [
  'mode',
  'regions',
  'emails',
  'urgentEmails',
  'quietHours',
  'slackWorkspaceId',
  'slackChannelId',
  'slackWebhookParameter',
  'securityHub',
  'smsRoleArns',
  'remediateSensitive',
  'unknownSettings',
  'sweepEvery',
  'sweepRate',
  'settleSeconds',
  'debtAfter',
  'tellDenied',
  'retentionDays',
  'organizationId',
  'centreAccountId',
  'callAs',
  'accountAlias',
  'permissionsBoundary',
  'createTrail',
  'logLevel',
  'policies',
] as const;
type Name = (typeof names)[number];

const entriesOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

const listOf = (text: string): readonly string[] => [...new Set(entriesOf(text))];

const isMode = (text: string): text is DeployParameters['mode'] => text === 'remediate' || text === 'notify';

const logLevels = ['DEBUG', 'INFO', 'WARN', 'ERROR'];
// The resource types' own patterns, from the CloudFormation schema of AWS::Chatbot::SlackChannelConfiguration.
const slackWorkspacePattern = /^[0-9A-Z]{1,255}$/;
const slackChannelPattern = /^[A-Za-z0-9]{1,255}$/;
// A whole path, so that the role's resource is that parameter: PutParameter, AWS Systems Manager API reference.
const parameterNamePattern = /^(\/[A-Za-z0-9_.-]{1,100}){1,15}$/;
// No wildcard passes: iam:PassRole on a pattern is a way to become any role that it matches.
const roleArnPattern = /^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
// One policy, of the account or AWS's own: iam:PermissionsBoundary takes no other ARN.
const policyArnPattern = /^arn:aws(-[a-z]+)*:iam::(\d{12}|aws):policy\/[\w+=,.@/-]+$/;
/** Sensitive settings, and what holds them: `LambdaConfig` and `LambdaConfig.PreSignUp`. */
const sensitiveNames = [
  ...new Set(
    settings
      .filter(({ sensitive }) => sensitive)
      .flatMap(({ path }) => path.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'))),
  ),
];
// EventBridge takes the singular for one and the plural for more: user guide, "Rate expressions".
const ratePattern = /^rate\((?:1 (minute|hour|day)|(?!1 )(\d{1,4}) (minute|hour|day)s)\)$/;
const minutesIn = { minute: 1, hour: 60, day: 1440 };
/** The minutes of a rate expression; NaN where it is none. */
const minutesOf = (rate: string): number => {
  const [, single, count = '1', unit = single] = ratePattern.exec(rate) ?? [];
  return unit === undefined ? Number.NaN : Number(count) * minutesIn[unit as keyof typeof minutesIn];
};
const decimalPattern = /^(?:\d+|\d*\.\d+)$/;
const accountAliasPattern = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$/;

/**
 * Checks the parameters of a deployment: every mistake is reported, not just the first.
 * `given` holds the value of each parameter, default or not; `home` is the Region that is deployed to;
 * `typed` the names on the command line, among which the framework itself lets a misspelt one pass without a word.
 */
export const readDeployParameters = (
  given: Readonly<Record<string, unknown>>,
  { home, typed = [] }: { readonly home: string; readonly typed?: readonly string[] },
): DeployParameters | ParameterMistakes => {
  const value = (name: Name): string => String(given[name] ?? '').trim();
  const mistakes: string[] = [];
  const expect = (holds: boolean, mistake: string): void => {
    if (!holds) mistakes.push(mistake);
  };

  const expectWhole = (name: Name, least: number, most: number): void => {
    const text = value(name);
    expect(
      /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `${name}: "${text}" is not a whole number from ${least} to ${most}`,
    );
  };

  for (const name of typed.filter((name) => !(names as readonly string[]).includes(name)))
    mistakes.push(`${name}: there is no such parameter; the nearest is ${closest(name, [...names])}`);

  for (const name of new Set(typed.filter((name, index) => typed.indexOf(name) !== index)))
    mistakes.push(`${name}: given twice; give it once, with commas where there are several`);

  const mode = value('mode');
  expect(isMode(mode), `mode: "${mode}" is neither remediate nor notify`);

  const regions = entriesOf(value('regions'));
  for (const mistake of mistakesOfRegions(regions, home)) mistakes.push(`regions: ${mistake}`);

  const addresses = (name: 'emails' | 'urgentEmails'): readonly string[] => {
    const emails = listOf(value(name));
    for (const email of emails)
      expect(emailPattern.test(email), `${name}: "${email}" is not an email address`);
    return emails;
  };
  const emails = addresses('emails');
  const urgentEmails = addresses('urgentEmails').filter((email) => !emails.includes(email));

  const quietHours = value('quietHours');
  expect(
    quietHours === '' || parseQuietHours(quietHours) !== undefined,
    `quietHours: "${quietHours}" is not hours and a time zone such as 22:00-07:00 Europe/Berlin`,
  );

  const workspaceId = value('slackWorkspaceId');
  const channelId = value('slackChannelId');
  expect(channelId === '' || workspaceId !== '', 'slackChannelId: given without slackWorkspaceId');
  expect(workspaceId === '' || channelId !== '', 'slackWorkspaceId: given without slackChannelId');
  expect(
    workspaceId === '' || slackWorkspacePattern.test(workspaceId),
    `slackWorkspaceId: "${workspaceId}" is not a workspace's id such as T0123456789`,
  );
  expect(
    channelId === '' || slackChannelPattern.test(channelId),
    `slackChannelId: "${channelId}" is not a channel's id such as C0123456789 (its name won't do)`,
  );

  const slackWebhookParameter = value('slackWebhookParameter');
  expect(
    slackWebhookParameter === '' || parameterNamePattern.test(slackWebhookParameter),
    `slackWebhookParameter: "${slackWebhookParameter.replace(/https?:.*/, 'an address')}" is not the name of an SSM parameter such as /cognito-lifeguard/prod/slack-webhook; the address itself goes into that parameter`,
  );

  const securityHub = value('securityHub');
  expect(
    securityHub === 'true' || securityHub === 'false',
    `securityHub: "${securityHub}" is neither true nor false`,
  );

  const smsRoleArns = listOf(value('smsRoleArns'));
  for (const arn of smsRoleArns)
    expect(roleArnPattern.test(arn), `smsRoleArns: "${arn}" is not the ARN of one IAM role`);

  for (const name of listOf(value('remediateSensitive')))
    expect(
      sensitiveNames.includes(name),
      `remediateSensitive: "${name}" is no sensitive setting; the nearest is ${closest(name, sensitiveNames)}`,
    );

  const unknownSettings = value('unknownSettings');
  expect(
    unknownSettings === 'carry' || unknownSettings === 'refuse',
    `unknownSettings: "${unknownSettings}" is neither carry nor refuse`,
  );

  const sweepEvery = value('sweepEvery');
  const sweepMinutes = minutesOf(sweepEvery);
  expect(
    sweepMinutes >= 15 && sweepMinutes <= 1440,
    `sweepEvery: "${sweepEvery}" is not a rate from rate(15 minutes) to rate(24 hours)`,
  );

  const sweepRate = value('sweepRate');
  expect(
    decimalPattern.test(sweepRate) && Number(sweepRate) >= 0.01 && Number(sweepRate) <= 1,
    `sweepRate: "${sweepRate}" is not a share from 0.01 to 1`,
  );

  expectWhole('settleSeconds', 0, 300);
  if (value('debtAfter') !== '') expectWhole('debtAfter', 0, 365);
  // Less would lose what an undo needs; ten years is a slip of the keys.
  expectWhole('retentionDays', 30, 3650);

  const tellDenied = value('tellDenied');
  expect(
    tellDenied === 'true' || tellDenied === 'false',
    `tellDenied: "${tellDenied}" is neither true nor false`,
  );

  const organization = readOrganizationRole(value);
  mistakes.push(...organization.mistakes);

  const accountAlias = value('accountAlias');
  expect(
    accountAlias === '' || accountAliasPattern.test(accountAlias),
    'accountAlias: at most 63 letters, digits, spaces, dots, underscores and hyphens, the first a letter or digit',
  );

  const permissionsBoundary = value('permissionsBoundary');
  expect(
    permissionsBoundary === '' || policyArnPattern.test(permissionsBoundary),
    `permissionsBoundary: "${permissionsBoundary}" is not the ARN of an IAM policy such as arn:aws:iam::111122223333:policy/boundary`,
  );

  const createTrail = value('createTrail');
  expect(
    createTrail === 'true' || createTrail === 'false',
    `createTrail: "${createTrail}" is neither true nor false`,
  );

  expect(
    createTrail !== 'true' || organization.role?.kind !== 'member',
    'createTrail: given with centreAccountId; an organization has one trail for all of its accounts',
  );

  const logLevel = value('logLevel');
  expect(logLevels.includes(logLevel), `logLevel: "${logLevel}" is not one of ${logLevels.join(', ')}`);

  const policies = value('policies');
  expect(policies !== '', 'policies: names no folder');

  if (mistakes.length > 0 || !isMode(mode)) return { kind: 'mistakes', mistakes };
  const slack = workspaceId === '' ? {} : { slack: { workspaceId, channelId } };
  return {
    kind: 'parameters',
    mode,
    otherRegions: listOf(value('regions'))
      .filter((region) => region !== home)
      .toSorted(),
    emails,
    urgentEmails,
    ...slack,
    ...(slackWebhookParameter !== '' && { slackWebhookParameter }),
    securityHub: securityHub === 'true',
    smsRoleArns,
    ...(permissionsBoundary !== '' && { permissionsBoundary }),
    createTrail: createTrail === 'true',
    sweepMinutes,
    ...(organization.role && { organization: organization.role }),
    policies,
  };
};
