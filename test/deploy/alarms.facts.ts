import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serviceDefinition } from '../../build/architecture/service-definition.ts';
import { partsOf } from '../../build/cost/parts-of.ts';
import { metricNamespace, metricUnits } from '../../src/handlers/counter.ts';
import { root, type Variants } from './packaged.ts';
import { arnOf, idsOfType, properties, type Statement } from './template.ts';

const service = 'cognito-lifeguard-prod';
const deadLetterAlarms = [
  ['PoolChangesDeadLettersAlarm', 'pool-changes-dead-letters', 'PoolChangesDeadLetters'],
  ['SweepsDeadLettersAlarm', 'sweeps-dead-letters', 'SweepsDeadLetters'],
  ['NoticesDeadLettersAlarm', 'notices-dead-letters', 'NoticesDeadLetters'],
  ['TamperingDeadLettersAlarm', 'tampering-dead-letters', 'TamperingDeadLetters'],
] as const;
const waitingAlarms = [
  ['PoolChangesWaitingAlarm', 'pool-changes-waiting', 'PoolChangesQueue'],
  ['SweepsWaitingAlarm', 'sweeps-waiting', 'SweepsQueue'],
  ['NoticesWaitingAlarm', 'notices-waiting', 'NoticesQueue'],
] as const;
const errorsAlarms = [
  ['OnPoolChangeErrorsAlarm', 'on-pool-change-errors', 'OnPoolChangeLambdaFunction'],
  ['OnSweepErrorsAlarm', 'on-sweep-errors', 'OnSweepLambdaFunction'],
  ['OnNoticeErrorsAlarm', 'on-notice-errors', 'OnNoticeLambdaFunction'],
] as const;
const alarms = [
  ...deadLetterAlarms,
  ...waitingAlarms,
  ['FailuresAlarm', 'failures', ''],
  ['NoSweepAlarm', 'no-sweep', ''],
  ['NoticesUndeliveredAlarm', 'notices-undelivered', ''],
  ['UrgentUndeliveredAlarm', 'urgent-undelivered', ''],
  ['TamperingUndeliveredAlarm', 'tampering-undelivered', ''],
  ...errorsAlarms,
] as const;

const topics = ['NoticesTopic', 'UrgentTopic'] as const;

/** Alarms that are told elsewhere than on the urgent topic, or elsewhere too. */
const toldOn: Readonly<Record<string, readonly string[]>> = {
  // Of the urgent topic itself.
  UrgentUndeliveredAlarm: ['NoticesTopic'],
  // The urgent one needs the key, and the other may be what was tampered with.
  TamperingDeadLettersAlarm: ['UrgentTopic', 'TamperingTopic'],
  NoSweepAlarm: ['UrgentTopic', 'TamperingTopic'],
};

const ourAlarmArns = alarms.map(([, name]) => ({
  'Fn::Sub': `arn:\${AWS::Partition}:cloudwatch:\${AWS::Region}:\${AWS::AccountId}:alarm:${service}-${name}`,
}));
const forOurAlarms = {
  StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
  ArnEquals: { 'aws:SourceArn': ourAlarmArns },
};

export const alarmFacts = (variants: () => Variants): void => {
  const alarm = (id: string) => properties(variants().plain.template, id);

  test('has these alarms, each by its own name', () => {
    const { template } = variants().plain;

    expect(idsOfType(template, 'AWS::CloudWatch::Alarm').toSorted()).toEqual(
      alarms.map(([id]) => id).toSorted(),
    );
    expect(alarms.map(([id]) => alarm(id).AlarmName)).toEqual(alarms.map(([, name]) => `${service}-${name}`));
  });

  test.each([
    ['plain', undefined],
    ['full', { kind: 'centre', organizationId: 'o-a1b2c3d4e5', callAs: 'DELEGATED_ADMIN' }],
    ['member', { kind: 'member', centre: '999988887777', callAs: 'DELEGATED_ADMIN' }],
  ] as const)('are as many, %s, as docs/cost.md counts, and so are dashboards', (variant, organization) => {
    const { template } = variants()[variant];

    expect(partsOf(serviceDefinition(organization))).toMatchObject({
      alarms: idsOfType(template, 'AWS::CloudWatch::Alarm').length,
      dashboards: idsOfType(template, 'AWS::CloudWatch::Dashboard').length,
    });
  });

  test.each(alarms)(
    '%s tells the urgent topic, or another one where that fails; missing metrics are no trouble, but of sweeps',
    (id) => {
      expect(alarm(id)).toMatchObject({
        AlarmActions: (toldOn[id] ?? ['UrgentTopic']).map((Ref) => ({ Ref })),
        TreatMissingData: id === 'NoSweepAlarm' ? 'breaching' : 'notBreaching',
      });
    },
  );

  test('points each alarm on a metric of our own to one that is counted, by service and stage', () => {
    const own = alarms.map(([id]) => alarm(id)).filter(({ Namespace }) => Namespace === metricNamespace);

    expect(own.map(({ MetricName }) => MetricName)).toEqual(['Failures', 'SweepsCompleted']);
    for (const { MetricName, Dimensions } of own) {
      expect(metricUnits).toHaveProperty(MetricName);
      expect(Dimensions).toEqual([
        { Name: 'service', Value: 'cognito-lifeguard' },
        { Name: 'stage', Value: 'prod' },
      ]);
    }
  });

  test.each([
    ['plain', 3],
    ['full', 18],
  ] as const)(
    'misses a sweep, in the variant %s, after three times its interval: %i hours',
    (variant, hours) => {
      const { Period, EvaluationPeriods, ...rest } = properties(variants()[variant].template, 'NoSweepAlarm');

      expect(Period * EvaluationPeriods).toBe(hours * 3600);
      expect(rest).toMatchObject({ Statistic: 'Sum', ComparisonOperator: 'LessThanThreshold', Threshold: 1 });
    },
  );

  test.each([
    ['NoticesUndeliveredAlarm', 'NoticesTopic'],
    ['UrgentUndeliveredAlarm', 'UrgentTopic'],
    ['TamperingUndeliveredAlarm', 'TamperingTopic'],
  ])('%s goes off where SNS could not deliver', (id, topic) => {
    expect(alarm(id)).toMatchObject({
      Namespace: 'AWS/SNS',
      MetricName: 'NumberOfNotificationsFailed',
      Dimensions: [{ Name: 'TopicName', Value: { 'Fn::GetAtt': [topic, 'TopicName'] } }],
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 0,
    });
  });

  test.each(errorsAlarms)('%s goes off at the first error of its function', (id, _, lambda) => {
    expect(alarm(id)).toMatchObject({
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: [{ Name: 'FunctionName', Value: alarm(lambda).FunctionName }],
      Statistic: 'Sum',
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 0,
    });
  });

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
    // One attempt that fails is no trouble yet, nor is a message that SQS delays for as long as it does.
    expect(alarm(id).Threshold).toBeGreaterThan(2 * VisibilityTimeout);
    expect(alarm(id).Threshold).toBeGreaterThan(900 + VisibilityTimeout);
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

  test.each(alarms)(
    'the section of %s says what it means, and then step by step what to look at and what to mend',
    (_, name) => {
      const doc = readFileSync(join(root, 'docs/operations.md'), 'utf8');
      const section = (of: string) => doc.split(`\n## ${of}\n`)[1]?.split('\n## ')[0]?.trim() ?? '';
      const steps = (of: string) => section(of).match(/^\d\. /gm) ?? [];

      const [meaning = ''] = section(name).split('\n');
      // The same as another one's where it says so.
      const [, other] = /\[([a-z-]+)\]\(#[a-z-]+\)/.exec(section(name)) ?? [];

      expect(meaning).toMatch(/^[A-Z].+[.*]$/);
      expect(Math.max(steps(name).length, steps(other ?? '').length)).toBeGreaterThanOrEqual(2);
    },
  );

  test('docs/operations.md has a section for each alarm, and no other', () => {
    const doc = readFileSync(join(root, 'docs/operations.md'), 'utf8');

    const sections = [...doc.matchAll(/^## ([a-z-]+)$/gm)].map(([, name]) => name);
    // Those of an organization's centre besides: organization.facts.ts.
    expect(sections).toEqual([...alarms.map(([, name]) => name), 'accounts-silent', 'no-roll-call']);
  });

  test.each(topics)('%s lets CloudWatch publish for these alarms of this account only', (topic) => {
    const { Statement } = properties(variants().plain.template, `${topic}Policy`).PolicyDocument;

    expect(
      Statement.filter(
        ({ Effect, Principal }: Statement) =>
          Effect === 'Allow' && JSON.stringify(Principal).includes('cloudwatch'),
      ),
    ).toEqual([
      {
        Sid: 'OurAlarmsMayPublish',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: { Ref: topic },
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

  test('NoticesTopic refuses nobody by its denial whom it allows: on-notice and these alarms', () => {
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
