import { isRegionName } from './pool/region-name.ts';
import type { PlanOptions } from './remediation/plan-options.ts';
import type { DeployedVersion } from './sweep/heartbeat.ts';
import { parseQuietHours, type QuietHours } from './telling/quiet-hours.ts';
import type { Habits } from './world.ts';

/** Settings of the deployed functions, read from the environment that serverless.yml gives them. */
export interface PoolChangeConfig {
  readonly mode: 'notify' | 'remediate';
  /** The Regions whose pools are looked after, the function's own first. */
  readonly regions: readonly string[];
  readonly noticesQueueUrl: string;
  /** Where the function asks itself for a later look. */
  readonly poolChangesQueueUrl: string;
  /** The name of the DynamoDB table that remembers pools. */
  readonly ledgerTable: string;
  /** How often the queue of pool changes brings a message before it puts it among the dead letters. */
  readonly maxReceiveCount: number;
  readonly planOptions: PlanOptions;
  readonly habits: Habits;
  /** True where people are told of calls that AWS refused. */
  readonly tellsDenied: boolean;
  /** How many days an outcome is kept for people. */
  readonly retentionDays: number;
  /** Tells deployments apart in metrics. */
  readonly stage: string;
}

/** What on-notice goes by. */
export interface NoticeConfig {
  readonly noticesTopicArn: string;
  /** Where what can't wait is told. */
  readonly urgentTopicArn: string;
  /** Where rules tell who tampers with Lifeguard itself; the function only sees whether anybody listens. */
  readonly tamperingTopicArn: string;
  /** Where the function sends what must wait. */
  readonly noticesQueueUrl: string;
  readonly noticesDeadLettersUrl: string;
  readonly ledgerTable: string;
  /** Absent where nothing waits. */
  readonly quietHours?: QuietHours;
  /** How the ARNs of the topics begin that are made for pools' owners. */
  readonly ownerTopicPrefix: string;
  /** The name of the SSM parameter that holds a Slack webhook's address. */
  readonly slackWebhookParameter?: string;
  /** The name of the chat channel's configuration, where there is one. */
  readonly chatConfiguration?: string;
  /** True where findings go to Security Hub. */
  readonly importsFindings: boolean;
  readonly stage: string;
  /** The bus of the organization's centre; absent where the account is no member. */
  readonly centreBusArn?: string;
  /** There at the centre of an organization. */
  readonly isCentre?: true;
  /** Where a centre's rules tell what they hear of members; the function only sees whether anybody listens. */
  readonly membersTopicArn?: string;
  /** The account's name for people; absent where none was given. */
  readonly accountAlias?: string;
}

/** What on-sweep goes by. */
export interface SweepConfig {
  /** The Regions whose pools are looked after, the function's own first. */
  readonly regions: readonly string[];
  /** The share of Cognito's quota of reads that a sweep takes, from 0.01 to 1. */
  readonly share: number;
  readonly poolChangesQueueUrl: string;
  readonly sweepsQueueUrl: string;
  readonly noticesQueueUrl: string;
  readonly noticesQueueArn: string;
  readonly noticesDeadLettersArn: string;
  readonly ledgerTable: string;
  readonly stage: string;
  /** The names of the EventBridge rules that watch each other. */
  readonly watchingRules: readonly string[];
  /** The name of the queue in each other Region of what could not be forwarded; absent where there is no other Region. */
  readonly watchDeadLetters?: string;
  /** What heartbeats say of the deployment; there where the account is one of an organization with a centre. */
  readonly deployed?: DeployedVersion;
  /** There at the centre of an organization. */
  readonly centre?: {
    /** The stack set whose accounts are expected to be heard of. */
    readonly stackSet: string;
    readonly callAs: 'DELEGATED_ADMIN' | 'SELF';
    /** Minutes without a heartbeat after which an account is silent. */
    readonly silentMinutes: number;
  };
}

type Environment = { readonly [name: string]: string | undefined };

/** The environment lacks settings, or has wrong or forbidden ones; the message lists them all. */
export class ConfigError extends Error {
  constructor(mistakes: readonly string[]) {
    super(
      `The function's environment is not usable:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/** @throws ConfigError with every mistake */
export const readPoolChangeConfig = (environment: Environment = process.env): PoolChangeConfig =>
  readConfig(environment, (read) => {
    const debtAfterDays = read.daysOrNever('LIFEGUARD_DEBT_AFTER');
    return {
      mode: read.oneOf('LIFEGUARD_MODE', ['notify', 'remediate']),
      regions: read.regions('LIFEGUARD_REGIONS'),
      noticesQueueUrl: read.queueUrl('LIFEGUARD_NOTICES_QUEUE_URL'),
      poolChangesQueueUrl: read.queueUrl('LIFEGUARD_POOL_CHANGES_QUEUE_URL'),
      ledgerTable: read.table('LIFEGUARD_LEDGER_TABLE'),
      maxReceiveCount: read.whole('LIFEGUARD_MAX_RECEIVE_COUNT', 1),
      planOptions: {
        unknownSettings: read.oneOf('LIFEGUARD_UNKNOWN_SETTINGS', ['carry', 'refuse'], 'carry'),
        remediateSensitive: read.list('LIFEGUARD_REMEDIATE_SENSITIVE'),
      },
      habits: {
        settleSeconds: read.whole('LIFEGUARD_SETTLE_SECONDS', 0, 300),
        leavesDebt: true,
        ...(debtAfterDays !== undefined && { debtAfterDays }),
      },
      tellsDenied: read.oneOf('LIFEGUARD_TELL_DENIED', ['false', 'true']) === 'true',
      retentionDays: read.whole('LIFEGUARD_RETENTION_DAYS', 1),
      stage: read.text('LIFEGUARD_STAGE', 'the stage of the deployment'),
    };
  });

/** Where commands keep and find what is remembered, unless they are told: in the deployment's ledger. */
export const readLedgerPlace = (environment: Environment = process.env): string =>
  environment.LIFEGUARD_LEDGER || 'deployed';

/** Where a shell looks for programs. */
export const readSearchPath = (environment: Environment = process.env): string => environment.PATH ?? '';

/** @throws ConfigError with every mistake */
export const readNoticeConfig = (environment: Environment = process.env): NoticeConfig =>
  readConfig(environment, (read) => {
    const {
      LIFEGUARD_ACCOUNT_ALIAS: accountAlias,
      LIFEGUARD_SLACK_WEBHOOK_PARAMETER: slackWebhookParameter,
      LIFEGUARD_SLACK_CHANNEL_ID: slackChannelId,
      LIFEGUARD_CHAT_CONFIGURATION: chatConfiguration,
      LIFEGUARD_CENTRE_BUS_ARN: centreBusArn,
      LIFEGUARD_MEMBERS_TOPIC_ARN: membersTopicArn,
    } = environment;
    const quietHours = read.quietHours('LIFEGUARD_QUIET_HOURS');
    return {
      noticesTopicArn: read.arn('LIFEGUARD_NOTICES_TOPIC_ARN', 'an SNS topic'),
      urgentTopicArn: read.arn('LIFEGUARD_URGENT_TOPIC_ARN', 'an SNS topic'),
      tamperingTopicArn: read.arn('LIFEGUARD_TAMPERING_TOPIC_ARN', 'an SNS topic'),
      ownerTopicPrefix: read.arn('LIFEGUARD_OWNER_TOPIC_PREFIX', 'SNS topics, as it begins'),
      noticesQueueUrl: read.queueUrl('LIFEGUARD_NOTICES_QUEUE_URL'),
      noticesDeadLettersUrl: read.queueUrl('LIFEGUARD_NOTICES_DEAD_LETTERS_URL'),
      ledgerTable: read.table('LIFEGUARD_LEDGER_TABLE'),
      importsFindings: read.oneOf('LIFEGUARD_SECURITY_HUB', ['false', 'true']) === 'true',
      stage: read.text('LIFEGUARD_STAGE', 'the stage of the deployment'),
      ...(read.oneOf('LIFEGUARD_IS_CENTRE', ['false', 'true'], 'false') === 'true' && { isCentre: true }),
      ...(centreBusArn && { centreBusArn: read.arn('LIFEGUARD_CENTRE_BUS_ARN', 'an event bus') }),
      ...(membersTopicArn && { membersTopicArn: read.arn('LIFEGUARD_MEMBERS_TOPIC_ARN', 'an SNS topic') }),
      ...(quietHours && { quietHours }),
      ...(slackWebhookParameter && { slackWebhookParameter }),
      ...(slackChannelId && chatConfiguration && { chatConfiguration }),
      ...(accountAlias && { accountAlias }),
    };
  });

/** @throws ConfigError with every mistake */
export const readSweepConfig = (environment: Environment = process.env): SweepConfig =>
  readConfig(environment, (read) => ({
    regions: read.regions('LIFEGUARD_REGIONS'),
    share: read.share('LIFEGUARD_SWEEP_RATE'),
    poolChangesQueueUrl: read.queueUrl('LIFEGUARD_POOL_CHANGES_QUEUE_URL'),
    sweepsQueueUrl: read.queueUrl('LIFEGUARD_SWEEPS_QUEUE_URL'),
    noticesQueueUrl: read.queueUrl('LIFEGUARD_NOTICES_QUEUE_URL'),
    noticesQueueArn: read.arn('LIFEGUARD_NOTICES_QUEUE_ARN', 'an SQS queue'),
    noticesDeadLettersArn: read.arn('LIFEGUARD_NOTICES_DEAD_LETTERS_ARN', 'an SQS queue'),
    ledgerTable: read.table('LIFEGUARD_LEDGER_TABLE'),
    stage: read.text('LIFEGUARD_STAGE', 'the stage of the deployment'),
    watchingRules: read.list('LIFEGUARD_WATCHING_RULES'),
    ...(environment.LIFEGUARD_WATCH_DEAD_LETTERS && {
      watchDeadLetters: read.text('LIFEGUARD_WATCH_DEAD_LETTERS', 'the name of an SQS queue'),
    }),
    ...(environment.LIFEGUARD_CODE_DIGEST && {
      deployed: {
        version: read.text('LIFEGUARD_VERSION', 'the version of Lifeguard'),
        codeDigest: read.text('LIFEGUARD_CODE_DIGEST', 'the digest of the code'),
        mode: read.oneOf('LIFEGUARD_MODE', ['notify', 'remediate']),
      },
    }),
    ...(environment.LIFEGUARD_STACK_SET && {
      centre: {
        stackSet: read.text('LIFEGUARD_STACK_SET', 'the name of a stack set'),
        callAs: read.oneOf('LIFEGUARD_CALL_AS', ['DELEGATED_ADMIN', 'SELF']),
        silentMinutes: read.whole('LIFEGUARD_SILENT_MINUTES', 1),
      },
    }),
  }));

/**
 * Reads all that a function needs, so that its mistakes are listed together. What is wrong reads as something, and is
 * never handed on.
 */
const readConfig = <Config>(environment: Environment, read: (reader: Reader) => Config): Config => {
  const mistakes: string[] = [...elsewhere(environment)];
  const config = read(readerOf(environment, mistakes));
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return config;
};

/**
 * Variables by which the SDK asks somebody else than AWS: whoever sets one on a function has it believe, and tell, what
 * they like. Source: AWS SDKs and tools reference guide, "Service-specific endpoints".
 */
const elsewhere = (environment: Environment): readonly string[] =>
  Object.keys(environment)
    .filter((name) => /^AWS_ENDPOINT_URL(_|$)/.test(name) && environment[name])
    .toSorted()
    .map(
      (name) =>
        `${name} is set, which sends requests elsewhere than to AWS; remove it, and find out who set it.`,
    );

type Reader = ReturnType<typeof readerOf>;

const readerOf = (environment: Environment, mistakes: string[]) => {
  const valueAt = (name: string, holds: (value: string) => boolean, mustBe: string): string => {
    const value = environment[name];
    if (value === undefined || !holds(value))
      mistakes.push(`${name} is ${shown(value)}; it must be ${mustBe}.`);
    return value ?? '';
  };
  const text = (name: string, what: string) => valueAt(name, (value) => value !== '', what);
  const whole = (name: string, least: number, most = Number.MAX_SAFE_INTEGER): number => {
    const mustBe = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
    return Number(valueAt(name, isWhole(least, most), `a whole number, ${mustBe}`));
  };
  const list = (name: string): readonly string[] =>
    (environment[name] ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean);
  return {
    text,
    whole,
    list,
    /** Nothing means the function's own Region alone, which is one of them in any case. */
    regions: (name: string): readonly string[] => {
      const home = text('AWS_REGION', 'the Region that the function runs in');
      const others = list(name).filter((region) => region !== home);
      const wrong = others.filter((region) => !isRegionName(region));
      for (const region of wrong)
        mistakes.push(`${name} names "${region}"; it must name Regions such as eu-west-1.`);
      return [home, ...others];
    },
    queueUrl: (name: string) => valueAt(name, (value) => value !== '', 'the URL of an SQS queue'),
    arn: (name: string, of: string) => valueAt(name, (value) => value.startsWith('arn:'), `the ARN of ${of}`),
    table: (name: string) => text(name, 'the name of a DynamoDB table'),
    /** @param otherwise stands for nothing */
    oneOf: <Word extends string>(name: string, words: readonly [Word, Word], otherwise?: Word): Word =>
      otherwise !== undefined && !environment[name]
        ? otherwise
        : (valueAt(name, (value) => words.some((word) => word === value), words.join(' or ')) as Word),
    /** Nothing means that nothing waits. */
    quietHours: (name: string): QuietHours | undefined =>
      environment[name]
        ? parseQuietHours(
            valueAt(
              name,
              (value) => parseQuietHours(value) !== undefined,
              'hours and a time zone such as 22:00-07:00 Europe/Berlin',
            ),
          )
        : undefined,
    /** Nothing means never. */
    daysOrNever: (name: string): number | undefined => (environment[name] ? whole(name, 0) : undefined),
    share: (name: string): number =>
      Number(valueAt(name, (value) => Number(value) >= 0.01 && Number(value) <= 1, 'from 0.01 to 1')),
  };
};

const isWhole =
  (least: number, most: number) =>
  (value: string): boolean =>
    /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;

const shown = (value: string | undefined): string => (value === undefined ? 'missing' : `"${value}"`);
