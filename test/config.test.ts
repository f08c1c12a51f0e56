import { describe, expect, it } from 'vitest';
import { ConfigError, readNoticeConfig, readPoolChangeConfig, readSweepConfig } from '../src/config.ts';

const queue = 'https://sqs.eu-west-1.amazonaws.com/111122223333/notices';
const ownQueue = 'https://sqs.eu-west-1.amazonaws.com/111122223333/pool-changes';
const topic = 'arn:aws:sns:eu-west-1:111122223333:notices';

const usable = {
  AWS_REGION: 'eu-west-1',
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
      regions: ['eu-west-1'],
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

  it.each([
    ['', ['eu-west-1']],
    ['eu-west-1', ['eu-west-1']],
    ['us-east-1, eu-west-1,ap-southeast-2', ['eu-west-1', 'us-east-1', 'ap-southeast-2']],
  ])('looks after the Regions of "%s", its own first', (named, regions) => {
    expect(readPoolChangeConfig({ ...usable, LIFEGUARD_REGIONS: named }).regions).toEqual(regions);
  });

  it('refuses what is no Region', () => {
    expect(() => readPoolChangeConfig({ ...usable, LIFEGUARD_REGIONS: 'eu-west-1,Ireland' })).toThrow(
      'LIFEGUARD_REGIONS names "Ireland"; it must name Regions such as eu-west-1.',
    );
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

describe('a function whose requests would go elsewhere than to AWS', () => {
  it.each([readPoolChangeConfig, readNoticeConfig, readSweepConfig])('does not start: %o', (read) => {
    const reading = () =>
      read({ AWS_ENDPOINT_URL: 'https://example.com', AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:8000' });

    for (const name of ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_DYNAMODB'])
      expect(reading).toThrow(
        `${name} is set, which sends requests elsewhere than to AWS; remove it, and find out who set it.`,
      );
  });

  it('starts where the variable is empty, which the SDK takes for none', () => {
    expect(readPoolChangeConfig({ ...usable, AWS_ENDPOINT_URL: '' })).toMatchObject({ stage: 'prod' });
  });
});

describe('the configuration of on-sweep', () => {
  const sweeping = {
    AWS_REGION: 'eu-west-1',
    LIFEGUARD_SWEEP_RATE: '0.5',
    LIFEGUARD_POOL_CHANGES_QUEUE_URL: ownQueue,
    LIFEGUARD_SWEEPS_QUEUE_URL: queue,
    LIFEGUARD_NOTICES_QUEUE_URL: queue,
    LIFEGUARD_NOTICES_QUEUE_ARN: 'arn:aws:sqs:eu-west-1:111122223333:notices',
    LIFEGUARD_NOTICES_DEAD_LETTERS_ARN: 'arn:aws:sqs:eu-west-1:111122223333:notices-dead-letters',
    LIFEGUARD_LEDGER_TABLE: 'ledger',
    LIFEGUARD_STAGE: 'prod',
  };

  it('asks for the rules that watch each other, and for a queue in each other Region where there is one', () => {
    const LIFEGUARD_WATCHING_RULES = 'tampering-rules,tampering-watch';
    const watchingRules = ['tampering-rules', 'tampering-watch'];

    const alone = readSweepConfig({ ...sweeping, LIFEGUARD_WATCHING_RULES });
    expect(alone).toMatchObject({ watchingRules });
    expect(alone).not.toHaveProperty('watchDeadLetters');
    expect(readSweepConfig({ ...sweeping, LIFEGUARD_WATCH_DEAD_LETTERS: 'untold' })).toMatchObject({
      watchDeadLetters: 'untold',
    });
  });

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
  const urgentTopic = 'arn:aws:sns:eu-west-1:111122223333:urgent';
  const telling = {
    LIFEGUARD_NOTICES_TOPIC_ARN: topic,
    LIFEGUARD_URGENT_TOPIC_ARN: urgentTopic,
    LIFEGUARD_TAMPERING_TOPIC_ARN: `${topic}-tampering`,
    LIFEGUARD_NOTICES_QUEUE_URL: queue,
    LIFEGUARD_NOTICES_DEAD_LETTERS_URL: `${queue}-dead-letters`,
    LIFEGUARD_OWNER_TOPIC_PREFIX: `${topic}-owner-`,
    LIFEGUARD_LEDGER_TABLE: 'ledger',
    LIFEGUARD_SECURITY_HUB: 'false',
    LIFEGUARD_STAGE: 'prod',
  };
  const least = {
    noticesTopicArn: topic,
    urgentTopicArn: urgentTopic,
    tamperingTopicArn: `${topic}-tampering`,
    noticesQueueUrl: queue,
    noticesDeadLettersUrl: `${queue}-dead-letters`,
    ownerTopicPrefix: `${topic}-owner-`,
    ledgerTable: 'ledger',
    importsFindings: false,
    stage: 'prod',
  };

  it('takes topics, queues and the ledger, and what was asked for besides', () => {
    const environment = {
      ...telling,
      LIFEGUARD_SECURITY_HUB: 'true',
      LIFEGUARD_ACCOUNT_ALIAS: 'prod-eu',
      LIFEGUARD_QUIET_HOURS: '22:00-07:00 Europe/Berlin',
      LIFEGUARD_SLACK_WEBHOOK_PARAMETER: '/cognito-lifeguard/prod/slack-webhook',
      LIFEGUARD_SLACK_CHANNEL_ID: 'C0123456789',
      LIFEGUARD_CHAT_CONFIGURATION: 'cognito-lifeguard-prod-eu-west-1',
      LIFEGUARD_MEMBERS_TOPIC_ARN: `${topic}-members`,
    };

    expect(readNoticeConfig(environment)).toEqual({
      ...least,
      membersTopicArn: `${topic}-members`,
      importsFindings: true,
      accountAlias: 'prod-eu',
      quietHours: { from: 22 * 60, to: 7 * 60, timeZone: 'Europe/Berlin' },
      slackWebhookParameter: '/cognito-lifeguard/prod/slack-webhook',
      chatConfiguration: 'cognito-lifeguard-prod-eu-west-1',
    });
  });

  it.each([undefined, ''])('has nothing besides where it is %j', (nothing) => {
    const environment = {
      ...telling,
      LIFEGUARD_ACCOUNT_ALIAS: nothing,
      LIFEGUARD_QUIET_HOURS: nothing,
      LIFEGUARD_SLACK_WEBHOOK_PARAMETER: nothing,
      LIFEGUARD_SLACK_CHANNEL_ID: nothing,
      LIFEGUARD_CHAT_CONFIGURATION: 'cognito-lifeguard-prod-eu-west-1',
    };

    expect(readNoticeConfig(environment)).toEqual(least);
  });

  it.each([
    ['LIFEGUARD_NOTICES_TOPIC_ARN', undefined, 'missing', 'the ARN of an SNS topic'],
    ['LIFEGUARD_URGENT_TOPIC_ARN', 'urgent', '"urgent"', 'the ARN of an SNS topic'],
    ['LIFEGUARD_SECURITY_HUB', 'yes', '"yes"', 'false or true'],
    [
      'LIFEGUARD_QUIET_HOURS',
      'at night',
      '"at night"',
      'hours and a time zone such as 22:00-07:00 Europe/Berlin',
    ],
  ])('refuses %s %j', (name, value, shown, mustBe) => {
    expect(() => readNoticeConfig({ ...telling, [name]: value })).toThrow(
      `${name} is ${shown}; it must be ${mustBe}.`,
    );
  });
});
