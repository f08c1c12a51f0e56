import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, type Variants } from './packaged.ts';
import { arnOf, idsOfType, properties, type Statement } from './template.ts';

const service = 'cognito-lifeguard-prod';
const alarms = [
  ['PoolChangesDeadLettersAlarm', 'pool-changes-dead-letters', 'PoolChangesDeadLetters'],
  ['NoticesDeadLettersAlarm', 'notices-dead-letters', 'NoticesDeadLetters'],
  ['PoolChangesWaitingAlarm', 'pool-changes-waiting', 'PoolChangesQueue'],
  ['NoticesWaitingAlarm', 'notices-waiting', 'NoticesQueue'],
] as const;
const deadLetterAlarms = alarms.slice(0, 2);
const waitingAlarms = alarms.slice(2);

const ourAlarmArns = alarms.map(([, name]) => ({
  'Fn::Sub': `arn:\${AWS::Partition}:cloudwatch:\${AWS::Region}:\${AWS::AccountId}:alarm:${service}-${name}`,
}));
const forOurAlarms = {
  StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
  ArnEquals: { 'aws:SourceArn': ourAlarmArns },
};

export const alarmFacts = (variants: () => Variants): void => {
  const alarm = (id: string) => properties(variants().plain.template, id);

  test('has these four alarms, each by its own name', () => {
    const { template } = variants().plain;

    expect(idsOfType(template, 'AWS::CloudWatch::Alarm')).toEqual(alarms.map(([id]) => id));
    expect(alarms.map(([id]) => alarm(id).AlarmName)).toEqual(alarms.map(([, name]) => `${service}-${name}`));
  });

  test.each(alarms)(
    '%s tells the topic of notices, and not that a queue without metrics is in trouble',
    (id) => {
      expect(alarm(id)).toMatchObject({
        AlarmActions: [{ Ref: 'NoticesTopic' }],
        TreatMissingData: 'notBreaching',
      });
    },
  );

  test.each(deadLetterAlarms)('%s goes off at the first dead letter', (id, _, queue) => {
    expect(alarm(id)).toMatchObject({
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queue, 'QueueName'] } }],
      Statistic: 'Maximum',
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 0,
      EvaluationPeriods: 1,
    });
  });

  test.each(waitingAlarms)('%s goes off well before a message becomes a dead letter', (id, _, queue) => {
    const { VisibilityTimeout, RedrivePolicy } = alarm(queue);

    expect(alarm(id)).toMatchObject({
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateAgeOfOldestMessage',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queue, 'QueueName'] } }],
      Statistic: 'Maximum',
      ComparisonOperator: 'GreaterThanThreshold',
    });
    // One attempt that fails is no trouble yet.
    expect(alarm(id).Threshold).toBeGreaterThan(2 * VisibilityTimeout);
    expect(alarm(id).Threshold).toBeLessThan((VisibilityTimeout * RedrivePolicy.maxReceiveCount) / 2);
  });

  test.each(alarms)(
    '%s says what to do, and where there is more: a section of docs/operations.md',
    (id, name) => {
      const doc = readFileSync(join(root, 'docs/operations.md'), 'utf8');

      const { AlarmDescription } = alarm(id);

      expect(AlarmDescription).toContain(`docs/operations.md, ${name}`);
      // CloudWatch's maximum: API reference, PutMetricAlarm.
      expect(AlarmDescription.length).toBeLessThanOrEqual(1024);
      expect(doc.split('\n').filter((line) => line === `## ${name}`)).toHaveLength(1);
    },
  );

  test('docs/operations.md has a section for each alarm, and no other', () => {
    const doc = readFileSync(join(root, 'docs/operations.md'), 'utf8');

    expect([...doc.matchAll(/^## (.+)$/gm)].map(([, name]) => name)).toEqual(alarms.map(([, name]) => name));
  });

  test('lets CloudWatch publish for these alarms of this account only', () => {
    const { Statement } = properties(variants().plain.template, 'NoticesTopicPolicy').PolicyDocument;

    expect(Statement.filter(({ Effect }: Statement) => Effect === 'Allow')).toEqual([
      {
        Sid: 'OurAlarmsMayPublish',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: { Ref: 'NoticesTopic' },
        Condition: forOurAlarms,
      },
    ]);
  });

  test('lets CloudWatch use the key for these alarms of this account only', () => {
    const { Statement } = properties(variants().plain.template, 'LifeguardKey').KeyPolicy;

    expect(Statement).toContainEqual({
      Sid: 'OurAlarmsReachTopic',
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: '*',
      Condition: forOurAlarms,
    });
  });

  test('refuses nobody by the topic’s denial whom it allows: on-notice and these alarms', () => {
    const { Statement } = properties(variants().plain.template, 'NoticesTopicPolicy').PolicyDocument;

    expect(Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Principal: '*',
        Action: 'sns:Publish',
        Condition: {
          ArnNotEquals: { 'aws:PrincipalArn': arnOf('OnNoticeRole'), 'aws:SourceArn': ourAlarmArns },
        },
      }),
    );
  });
};
