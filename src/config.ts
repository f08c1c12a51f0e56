import type { PlanOptions } from './remediation/plan-options.ts';
import type { Habits } from './world.ts';

/** Settings of the deployed functions, read from the environment that serverless.yml gives them. */
export interface PoolChangeConfig {
  readonly mode: 'notify' | 'remediate';
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

export interface NoticeConfig {
  readonly noticesTopicArn: string;
  readonly ledgerTable: string;
  /** The account's name for people; absent where none was given. */
  readonly accountAlias?: string;
}

export interface SweepConfig {
  /** The Regions whose pools are swept. */
  readonly regions: readonly string[];
  /** The share of Cognito's quota of reads that a sweep takes, from 0.01 to 1. */
  readonly share: number;
  readonly poolChangesQueueUrl: string;
  readonly sweepsQueueUrl: string;
  readonly noticesQueueUrl: string;
  readonly ledgerTable: string;
  readonly stage: string;
}

type Environment = { readonly [name: string]: string | undefined };

/** The environment lacks settings or has wrong ones; the message lists them all. */
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

/** @throws ConfigError with every mistake */
export const readNoticeConfig = (environment: Environment = process.env): NoticeConfig =>
  readConfig(environment, (read) => {
    const { LIFEGUARD_ACCOUNT_ALIAS: accountAlias } = environment;
    return {
      noticesTopicArn: read.topicArn('LIFEGUARD_NOTICES_TOPIC_ARN'),
      ledgerTable: read.table('LIFEGUARD_LEDGER_TABLE'),
      ...(accountAlias && { accountAlias }),
    };
  });

/** @throws ConfigError with every mistake */
export const readSweepConfig = (environment: Environment = process.env): SweepConfig =>
  readConfig(environment, (read) => ({
    regions: [read.text('AWS_REGION', 'the Region that the function runs in')],
    share: read.share('LIFEGUARD_SWEEP_RATE'),
    poolChangesQueueUrl: read.queueUrl('LIFEGUARD_POOL_CHANGES_QUEUE_URL'),
    sweepsQueueUrl: read.queueUrl('LIFEGUARD_SWEEPS_QUEUE_URL'),
    noticesQueueUrl: read.queueUrl('LIFEGUARD_NOTICES_QUEUE_URL'),
    ledgerTable: read.table('LIFEGUARD_LEDGER_TABLE'),
    stage: read.text('LIFEGUARD_STAGE', 'the stage of the deployment'),
  }));

/** Reads all that a function needs, so that its mistakes are listed together. What is wrong reads as something, and is never handed on. */
const readConfig = <Config>(environment: Environment, read: (reader: Reader) => Config): Config => {
  const mistakes: string[] = [];
  const config = read(readerOf(environment, mistakes));
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return config;
};

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
  return {
    text,
    whole,
    queueUrl: (name: string) => valueAt(name, (value) => value !== '', 'the URL of an SQS queue'),
    topicArn: (name: string) => valueAt(name, (value) => value.startsWith('arn:'), 'the ARN of an SNS topic'),
    table: (name: string) => text(name, 'the name of a DynamoDB table'),
    /** @param otherwise stands for nothing */
    oneOf: <Word extends string>(name: string, words: readonly [Word, Word], otherwise?: Word): Word =>
      otherwise !== undefined && !environment[name]
        ? otherwise
        : (valueAt(name, (value) => words.some((word) => word === value), words.join(' or ')) as Word),
    list: (name: string): readonly string[] =>
      (environment[name] ?? '')
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean),
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
