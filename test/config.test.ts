import { describe, expect, it } from 'vitest';
import { ConfigError, readNoticeConfig, readPoolChangeConfig } from '../src/config.ts';

const queue = 'https://sqs.eu-west-1.amazonaws.com/111122223333/notices';
const topic = 'arn:aws:sns:eu-west-1:111122223333:notices';

describe('the configuration of on-pool-change', () => {
  it.each(['notify', 'remediate'] as const)('takes mode %s', (mode) => {
    const environment = {
      LIFEGUARD_MODE: mode,
      LIFEGUARD_NOTICES_QUEUE_URL: queue,
      LIFEGUARD_LEDGER_TABLE: 'ledger',
      LIFEGUARD_MAX_RECEIVE_COUNT: '10',
    };

    expect(readPoolChangeConfig(environment)).toMatchObject({
      mode,
      noticesQueueUrl: queue,
      ledgerTable: 'ledger',
      maxReceiveCount: 10,
    });
  });

  it('lists everything that is wrong at once', () => {
    const reading = () => readPoolChangeConfig({ LIFEGUARD_MODE: 'enforce' });

    expect(reading).toThrow(ConfigError);
    expect(reading).toThrow('LIFEGUARD_MODE is "enforce"; it must be notify or remediate.');
    expect(reading).toThrow('LIFEGUARD_NOTICES_QUEUE_URL is missing; it must be the URL of an SQS queue.');
    expect(reading).toThrow('LIFEGUARD_LEDGER_TABLE is missing; it must be the name of a DynamoDB table.');
    expect(reading).toThrow('LIFEGUARD_MAX_RECEIVE_COUNT is missing; it must be a whole number above 0.');
  });

  it.each([undefined, '', 'REMEDIATE', 'off'])('refuses mode %s', (mode) => {
    const environment = { LIFEGUARD_MODE: mode, LIFEGUARD_NOTICES_QUEUE_URL: queue };

    expect(() => readPoolChangeConfig(environment)).toThrow('it must be notify or remediate');
  });

  it.each(['0', '-1', '1.5', 'ten', ''])('refuses a receive count of "%s"', (count) => {
    const environment = { LIFEGUARD_MODE: 'notify', LIFEGUARD_MAX_RECEIVE_COUNT: count };

    expect(() => readPoolChangeConfig(environment)).toThrow('it must be a whole number above 0');
  });

  it('does not call wrong what is right', () => {
    const reading = () => readPoolChangeConfig({ LIFEGUARD_MODE: 'notify' });

    expect(reading).toThrow('LIFEGUARD_NOTICES_QUEUE_URL');
    expect(reading).not.toThrow('LIFEGUARD_MODE');
  });
});

describe('the configuration of on-notice', () => {
  it('takes a topic and the account’s name for people', () => {
    const environment = { LIFEGUARD_NOTICES_TOPIC_ARN: topic, LIFEGUARD_ACCOUNT_ALIAS: 'prod-eu' };

    expect(readNoticeConfig(environment)).toEqual({ noticesTopicArn: topic, accountAlias: 'prod-eu' });
  });

  it.each([undefined, ''])('has no name for people where %s was given', (alias) => {
    const environment = { LIFEGUARD_NOTICES_TOPIC_ARN: topic, LIFEGUARD_ACCOUNT_ALIAS: alias };

    expect(readNoticeConfig(environment)).toEqual({ noticesTopicArn: topic });
  });

  it.each([
    [undefined, 'missing'],
    ['notices', '"notices"'],
  ])('refuses the topic %s', (arn, shown) => {
    expect(() => readNoticeConfig({ LIFEGUARD_NOTICES_TOPIC_ARN: arn })).toThrow(
      `LIFEGUARD_NOTICES_TOPIC_ARN is ${shown}; it must be the ARN of an SNS topic.`,
    );
  });
});
