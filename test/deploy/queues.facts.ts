import { expect, test } from 'vitest';
import { patience } from '../../src/sweep/start-sweep.ts';
import type { Variants } from './packaged.ts';
import { arnOf, idsOfType, listOf, properties, type Statement, type Template } from './template.ts';

const queues = [
  'PoolChangesQueue',
  'PoolChangesDeadLetters',
  'SweepsQueue',
  'SweepsDeadLetters',
  'NoticesQueue',
  'NoticesDeadLetters',
  'TamperingDeadLetters',
];
const ourRules = [arnOf('CognitoCallsRule'), arnOf('WebAclRule')];
const sweepRules = [arnOf('SweepSchedule'), arnOf('DeployedRule')];
const ourSenders = [arnOf('OnPoolChangeRole'), arnOf('OnSweepRole')];

const policyOn = (template: Template, queue: string): readonly Statement[] => {
  const policies = idsOfType(template, 'AWS::SQS::QueuePolicy')
    .map((id) => properties(template, id))
    .filter((policy) => policy.Queues.some((target: { Ref: string }) => target.Ref === queue));
  expect(policies, `one policy on ${queue}`).toHaveLength(1);
  return policies[0].PolicyDocument.Statement;
};

export const queueFacts = (variants: () => Variants): void => {
  test('has these seven queues, each encrypted with our key, but the one that has to outlive it', () => {
    const { template } = variants().plain;

    expect(idsOfType(template, 'AWS::SQS::Queue')).toEqual(queues);
    for (const queue of queues.filter((each) => each !== 'TamperingDeadLetters'))
      expect(properties(template, queue).KmsMasterKeyId).toEqual(arnOf('LifeguardKey'));
    expect(properties(template, 'TamperingDeadLetters')).toEqual({
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 1_209_600,
    });
  });

  test.each(queues)('%s takes no request without TLS', (queue) => {
    expect(policyOn(variants().plain.template, queue)).toContainEqual({
      Sid: 'OnlyOverTls',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sqs:*',
      Resource: arnOf(queue),
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  test.each([
    ['PoolChangesQueue', ourRules],
    ['PoolChangesDeadLetters', ourRules],
    ['SweepsQueue', sweepRules],
    ['SweepsDeadLetters', sweepRules],
  ])('%s is open to EventBridge for its two rules', (queue, rules) => {
    const allows = policyOn(variants().plain.template, queue).filter(({ Effect }) => Effect === 'Allow');

    expect(allows).toEqual([
      {
        Sid: 'OurRulesMaySend',
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: arnOf(queue),
        Condition: { ArnEquals: { 'aws:SourceArn': rules } },
      },
    ]);
  });

  test('PoolChangesQueue is closed to every other sender, whatever IAM lets them', () => {
    expect(policyOn(variants().plain.template, 'PoolChangesQueue')).toContainEqual({
      Sid: 'NobodyElseMaySend',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sqs:SendMessage',
      Resource: arnOf('PoolChangesQueue'),
      Condition: { ArnNotEquals: { 'aws:SourceArn': ourRules, 'aws:PrincipalArn': ourSenders } },
    });
  });

  test('SweepsQueue is closed to nobody whom IAM lets send: a message there only asks for a check', () => {
    const statements = policyOn(variants().plain.template, 'SweepsQueue');

    expect(statements.filter(({ Effect }) => Effect === 'Deny').map(({ Sid }) => Sid)).toEqual([
      'OnlyOverTls',
    ]);
  });

  test('NoticesDeadLetters takes from on-notice alone what a redrive would tell', () => {
    expect(policyOn(variants().plain.template, 'NoticesDeadLetters')).toContainEqual({
      Sid: 'OnlyOnNoticeMaySend',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sqs:SendMessage',
      Resource: arnOf('NoticesDeadLetters'),
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': arnOf('OnNoticeRole') } },
    });
  });

  test('NoticesQueue is closed to every sender but our three functions', () => {
    const statements = policyOn(variants().plain.template, 'NoticesQueue');

    expect(statements.filter(({ Effect }) => Effect === 'Allow')).toEqual([]);
    expect(statements).toContainEqual({
      Sid: 'OnlyOurFunctionsMaySend',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sqs:SendMessage',
      Resource: arnOf('NoticesQueue'),
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': [...ourSenders, arnOf('OnNoticeRole')] } },
    });
  });

  test.each([
    ['PoolChangesQueue', 'PoolChangesDeadLetters'],
    ['SweepsQueue', 'SweepsDeadLetters'],
    ['NoticesQueue', 'NoticesDeadLetters'],
  ])('%s hands what fails again and again to %s, which keeps it 14 days', (queue, deadLetters) => {
    const { template } = variants().plain;

    const { RedrivePolicy } = properties(template, queue);

    expect(RedrivePolicy.deadLetterTargetArn).toEqual(arnOf(deadLetters));
    // Fewer than 5 lets throttled polls count as failures: AWS Lambda developer guide, "Using Lambda with Amazon SQS".
    expect(RedrivePolicy.maxReceiveCount).toBeGreaterThanOrEqual(5);
    expect(properties(template, deadLetters).MessageRetentionPeriod).toBe(1_209_600);
  });

  test('tells on-pool-change when a message of PoolChangesQueue comes for the last time', () => {
    const { template } = variants().plain;

    const { maxReceiveCount } = properties(template, 'PoolChangesQueue').RedrivePolicy;

    expect(maxReceiveCount).toBe(10);
    expect(
      properties(template, 'OnPoolChangeLambdaFunction').Environment.Variables.LIFEGUARD_MAX_RECEIVE_COUNT,
    ).toBe(String(maxReceiveCount));
  });

  test('gives a step of a sweep as long as its queue tries it, before another sweep takes its place', () => {
    const { VisibilityTimeout, RedrivePolicy } = properties(variants().plain.template, 'SweepsQueue');

    expect(VisibilityTimeout * RedrivePolicy.maxReceiveCount).toBeLessThan(patience / 1000);
  });

  test.each([
    ['PoolChangesQueue', 'OnPoolChangeLambdaFunction', 10],
    ['SweepsQueue', 'OnSweepLambdaFunction', 1],
    ['NoticesQueue', 'OnNoticeLambdaFunction', 4],
  ])('%s feeds %s in batches that may fail in part, few at a time', (queue, lambda, size) => {
    const { template } = variants().plain;

    const mappings = idsOfType(template, 'AWS::Lambda::EventSourceMapping')
      .map((id) => properties(template, id))
      .filter((mapping) => JSON.stringify(mapping.EventSourceArn) === JSON.stringify(arnOf(queue)));

    expect(mappings).toEqual([
      expect.objectContaining({
        BatchSize: size,
        FunctionName: arnOf(lambda),
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: expect.any(Number) },
      }),
    ]);
    expect(mappings[0].ScalingConfig.MaximumConcurrency).toBeLessThanOrEqual(5);
    expect(properties(template, queue).VisibilityTimeout).toBeGreaterThanOrEqual(
      6 * properties(template, lambda).Timeout,
    );
  });

  test('allows no starred action anywhere in a resource policy', () => {
    const { template } = variants().full;

    const allowed = Object.values(template.Resources)
      .flatMap(({ Properties }) => [Properties?.PolicyDocument, Properties?.KeyPolicy])
      .flatMap((document) => (document?.Statement ?? []) as Statement[])
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action }) => listOf(Action));

    expect(allowed.length).toBeGreaterThan(0);
    expect(allowed.filter((action) => action.includes('*'))).toEqual([]);
  });
};
