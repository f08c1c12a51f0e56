import { describe, expect, it } from 'vitest';
import { ConfigError, readNoticeConfig, readPoolChangeConfig, readSweepConfig } from '../src/config.ts';

const queue = 'https://sqs.eu-west-1.amazonaws.com/111122223333/notices';
const ownQueue = 'https://sqs.eu-west-1.amazonaws.com/111122223333/pool-changes';
const topic = 'arn:aws:sns:eu-west-1:111122223333:notices';

const usable = {
  LIFEGUARD_MODE: 'remediate',
  LIFEGUARD_NOTICES_QUEUE_URL: queue,
  LIFEGUARD_POOL_CHANGES_QUEUE_URL: ownQueue,
  LIFEGUARD_LEDGER_TABLE: 'ledger',
  LIFEGUARD_MAX_RECEIVE_COUNT: '10',
  LIFEGUARD_SETTLE_SECONDS: '20',
  LIFEGUARD_DEBT_AFTER: '',
  LIFEGUARD_TELL_DENIED: 'false',
  LIFEGUARD_RETENTION_DAYS: '400',
  LIFEGUARD_STAGE: 'prod',
};

describe('the configuration of on-pool-change', () => {
  it('takes what serverless.yml gives it', () => {
    expect(readPoolChangeConfig(usable)).toEqual({
      mode: 'remediate',
      noticesQueueUrl: queue,
      poolChangesQueueUrl: ownQueue,
      ledgerTable: 'ledger',
      maxReceiveCount: 10,
      planOptions: { unknownSettings: 'carry', remediateSensitive: [] },
      habits: { settleSeconds: 20, leavesDebt: true },
      tellsDenied: false,
      retentionDays: 400,
      stage: 'prod',
    });
  });

  it.each(['notify', 'remediate'] as const)('takes mode %s', (mode) => {
    expect(readPoolChangeConfig({ ...usable, LIFEGUARD_MODE: mode })).toMatchObject({ mode });
  });

  it.each([
    ['0', 0],
    ['30', 30],
  ])('puts debt right by itself after %s days, where that is said', (days, debtAfterDays) => {
    expect(readPoolChangeConfig({ ...usable, LIFEGUARD_DEBT_AFTER: days }).habits).toEqual({
      settleSeconds: 20,
      leavesDebt: true,
      debtAfterDays,
    });
  });

  it('tells of refused calls where that is said', () => {
    expect(readPoolChangeConfig({ ...usable, LIFEGUARD_TELL_DENIED: 'true' }).tellsDenied).toBe(true);
  });

  it('lists everything that is wrong at once', () => {
    const reading = () => readPoolChangeConfig({ LIFEGUARD_MODE: 'enforce' });

    expect(reading).toThrow(ConfigError);
    for (const mistake of [
      'LIFEGUARD_MODE is "enforce"; it must be notify or remediate.',
      'LIFEGUARD_NOTICES_QUEUE_URL is missing; it must be the URL of an SQS queue.',
      'LIFEGUARD_POOL_CHANGES_QUEUE_URL is missing; it must be the URL of an SQS queue.',
      'LIFEGUARD_LEDGER_TABLE is missing; it must be the name of a DynamoDB table.',
      'LIFEGUARD_MAX_RECEIVE_COUNT is missing; it must be a whole number, 1 or more.',
      'LIFEGUARD_SETTLE_SECONDS is missing; it must be a whole number, from 0 to 300.',
      'LIFEGUARD_TELL_DENIED is missing; it must be false or true.',
      'LIFEGUARD_RETENTION_DAYS is missing; it must be a whole number, 1 or more.',
      'LIFEGUARD_STAGE is missing; it must be the stage of the deployment.',
    ])
      expect(reading).toThrow(mistake);
  });

  it.each([
    ['LIFEGUARD_MODE', undefined, 'notify or remediate'],
    ['LIFEGUARD_MODE', '', 'notify or remediate'],
    ['LIFEGUARD_MODE', 'REMEDIATE', 'notify or remediate'],
    ['LIFEGUARD_MODE', 'off', 'notify or remediate'],
    ['LIFEGUARD_MAX_RECEIVE_COUNT', '0', 'a whole number, 1 or more'],
    ['LIFEGUARD_MAX_RECEIVE_COUNT', '-1', 'a whole number, 1 or more'],
    ['LIFEGUARD_MAX_RECEIVE_COUNT', '1.5', 'a whole number, 1 or more'],
    ['LIFEGUARD_MAX_RECEIVE_COUNT', 'ten', 'a whole number, 1 or more'],
    ['LIFEGUARD_MAX_RECEIVE_COUNT', '', 'a whole number, 1 or more'],
    ['LIFEGUARD_SETTLE_SECONDS', '301', 'a whole number, from 0 to 300'],
    ['LIFEGUARD_DEBT_AFTER', 'never', 'a whole number, 0 or more'],
    ['LIFEGUARD_UNKNOWN_SETTINGS', 'drop', 'carry or refuse'],
    ['LIFEGUARD_TELL_DENIED', 'yes', 'false or true'],
  ])('refuses %s "%s", and calls nothing wrong that is right', (name, value, mustBe) => {
    const reading = () => readPoolChangeConfig({ ...usable, [name]: value });
    const shown = value === undefined ? 'missing' : `"${value}"`;

    expect(reading).toThrow(new ConfigError([`${name} is ${shown}; it must be ${mustBe}.`]));
  });
});

describe('the configuration of on-sweep', () => {
  const sweeping = {
    AWS_REGION: 'eu-west-1',
    LIFEGUARD_SWEEP_RATE: '0.5',
    LIFEGUARD_POOL_CHANGES_QUEUE_URL: ownQueue,
    LIFEGUARD_SWEEPS_QUEUE_URL: queue,
    LIFEGUARD_NOTICES_QUEUE_URL: queue,
    LIFEGUARD_LEDGER_TABLE: 'ledger',
    LIFEGUARD_STAGE: 'prod',
  };

  it('sweeps its own Region at the share that it is given', () => {
    expect(readSweepConfig(sweeping)).toMatchObject({ regions: ['eu-west-1'], share: 0.5 });
  });

  it.each(['0', '0.005', '1.1', 'half', ''])('refuses the share "%s"', (share) => {
    expect(() => readSweepConfig({ ...sweeping, LIFEGUARD_SWEEP_RATE: share })).toThrow(
      `LIFEGUARD_SWEEP_RATE is "${share}"; it must be from 0.01 to 1.`,
    );
  });

  it('lists everything that is missing', () => {
    for (const name of Object.keys(sweeping)) expect(() => readSweepConfig({})).toThrow(`${name} is missing`);
  });
});

describe('the configuration of on-notice', () => {
  it('takes a topic and the account’s name for people', () => {
    const environment = {
      LIFEGUARD_NOTICES_TOPIC_ARN: topic,
      LIFEGUARD_LEDGER_TABLE: 'ledger',
      LIFEGUARD_ACCOUNT_ALIAS: 'prod-eu',
    };

    expect(readNoticeConfig(environment)).toEqual({
      noticesTopicArn: topic,
      ledgerTable: 'ledger',
      accountAlias: 'prod-eu',
    });
  });

  it.each([undefined, ''])('has no name for people where %s was given', (alias) => {
    const environment = {
      LIFEGUARD_NOTICES_TOPIC_ARN: topic,
      LIFEGUARD_LEDGER_TABLE: 'ledger',
      LIFEGUARD_ACCOUNT_ALIAS: alias,
    };

    expect(readNoticeConfig(environment)).toEqual({ noticesTopicArn: topic, ledgerTable: 'ledger' });
  });

  it.each([
    [undefined, 'missing'],
    ['notices', '"notices"'],
  ])('refuses the topic %s', (arn, shown) => {
    expect(() =>
      readNoticeConfig({ LIFEGUARD_NOTICES_TOPIC_ARN: arn, LIFEGUARD_LEDGER_TABLE: 'ledger' }),
    ).toThrow(`LIFEGUARD_NOTICES_TOPIC_ARN is ${shown}; it must be the ARN of an SNS topic.`);
  });
});
