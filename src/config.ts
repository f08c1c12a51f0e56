import type { PlanOptions } from './remediation/plan-options.ts';

/** Settings of the deployed functions, read from the environment that serverless.yml gives them. */
export interface PoolChangeConfig {
  readonly mode: 'notify' | 'remediate';
  readonly noticesQueueUrl: string;
  /** The name of the DynamoDB table that remembers pools. */
  readonly ledgerTable: string;
  /** How often the queue of pool changes brings a message before it puts it among the dead letters. */
  readonly maxReceiveCount: number;
  readonly planOptions: PlanOptions;
}

export interface NoticeConfig {
  readonly noticesTopicArn: string;
  /** The account's name for people; absent where none was given. */
  readonly accountAlias?: string;
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
export const readPoolChangeConfig = (environment: Environment = process.env): PoolChangeConfig => {
  const mode = environment.LIFEGUARD_MODE;
  const noticesQueueUrl = environment.LIFEGUARD_NOTICES_QUEUE_URL;
  const ledgerTable = environment.LIFEGUARD_LEDGER_TABLE;
  const maxReceiveCount = Number(environment.LIFEGUARD_MAX_RECEIVE_COUNT);
  const unknownSettings = environment.LIFEGUARD_UNKNOWN_SETTINGS || 'carry';
  const remediateSensitive = (environment.LIFEGUARD_REMEDIATE_SENSITIVE ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const modeIsKnown = mode === 'notify' || mode === 'remediate';
  const carryIsKnown = unknownSettings === 'carry' || unknownSettings === 'refuse';
  const countIsUsable = Number.isInteger(maxReceiveCount) && maxReceiveCount > 0;
  if (modeIsKnown && carryIsKnown && countIsUsable && noticesQueueUrl && ledgerTable) {
    const planOptions = { unknownSettings, remediateSensitive } as const;
    return { mode, noticesQueueUrl, ledgerTable, maxReceiveCount, planOptions };
  }
  throw new ConfigError([
    ...(modeIsKnown ? [] : [`LIFEGUARD_MODE is ${shown(mode)}; it must be notify or remediate.`]),
    ...(noticesQueueUrl
      ? []
      : ['LIFEGUARD_NOTICES_QUEUE_URL is missing; it must be the URL of an SQS queue.']),
    ...(ledgerTable ? [] : ['LIFEGUARD_LEDGER_TABLE is missing; it must be the name of a DynamoDB table.']),
    ...(countIsUsable
      ? []
      : [
          `LIFEGUARD_MAX_RECEIVE_COUNT is ${shown(environment.LIFEGUARD_MAX_RECEIVE_COUNT)}; it must be a whole number above 0.`,
        ]),
    ...(carryIsKnown
      ? []
      : [`LIFEGUARD_UNKNOWN_SETTINGS is ${shown(unknownSettings)}; it must be carry or refuse.`]),
  ]);
};

/** Where commands keep and find what is remembered, unless they are told: in the deployment's ledger. */
export const readLedgerPlace = (environment: Environment = process.env): string =>
  environment.LIFEGUARD_LEDGER || 'deployed';

/** @throws ConfigError with every mistake */
export const readNoticeConfig = (environment: Environment = process.env): NoticeConfig => {
  const { LIFEGUARD_NOTICES_TOPIC_ARN: noticesTopicArn, LIFEGUARD_ACCOUNT_ALIAS: accountAlias } = environment;
  if (!noticesTopicArn?.startsWith('arn:'))
    throw new ConfigError([
      `LIFEGUARD_NOTICES_TOPIC_ARN is ${shown(noticesTopicArn)}; it must be the ARN of an SNS topic.`,
    ]);
  return { noticesTopicArn, ...(accountAlias && { accountAlias }) };
};

const shown = (value: string | undefined): string => (value === undefined ? 'missing' : `"${value}"`);
