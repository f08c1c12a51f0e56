import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchedCalls } from '../../src/change/watched-calls.ts';
import { compilePattern } from '../../src/sandbox/event-pattern.ts';
import { rulePatternFrom } from '../../src/sandbox/rule-pattern.ts';
import { parseSweepMessage } from '../../src/sweep/sweep-message.ts';
import { root, type Variants } from './packaged.ts';
import { arnOf, idsOfType, properties } from './template.ts';

const rules = ['CognitoCallsRule', 'WebAclRule'];
const sweepRules = ['SweepSchedule', 'DeployedRule'];
const eventFiles = readdirSync(join(root, 'events'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.json'),
);

/** Events of Cognito and AWS WAF that no rule takes: they concern no pool. */
const others = ['associate-web-acl/load-balancer.json'];

const read = (file: string) => JSON.parse(readFileSync(join(root, 'events', file), 'utf8'));
const isAboutPools = (file: string): boolean =>
  !others.includes(file) && /^(cognito-idp|wafv2)\./.test(read(file).detail.eventSource);

/** A recorded call in its EventBridge envelope, as far as a pattern looks at it. */
const recorded = (eventSource: string, eventName: string, resourceArn?: string) => ({
  source: `aws.${eventSource.replace('.amazonaws.com', '')}`,
  'detail-type': 'AWS API Call via CloudTrail',
  detail: { eventSource, eventName, requestParameters: resourceArn === undefined ? {} : { resourceArn } },
});

const poolArn = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_EXAMPLE';

export const ruleFacts = (variants: () => Variants): void => {
  const takenBy = (event: Parameters<ReturnType<typeof compilePattern>>[0]): readonly string[] =>
    rules.filter((rule) => compilePattern(properties(variants().plain.template, rule).EventPattern)(event));

  test('sends to the queue with retries, and to the dead letters what could not be delivered', () => {
    const { template } = variants().plain;

    expect(idsOfType(template, 'AWS::Events::Rule').filter((id) => !id.startsWith('TamperingWith'))).toEqual([
      ...rules,
      ...sweepRules,
    ]);
    for (const rule of rules)
      expect(properties(template, rule).Targets).toEqual([
        {
          Id: 'pool-changes',
          Arn: arnOf('PoolChangesQueue'),
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
          DeadLetterConfig: { Arn: arnOf('PoolChangesDeadLetters') },
        },
      ]);
  });

  test.each(sweepRules)('%s starts a sweep by its queue, with retries and dead letters', (rule) => {
    expect(properties(variants().plain.template, rule).Targets).toEqual([
      {
        Id: 'sweeps',
        Arn: arnOf('SweepsQueue'),
        RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        DeadLetterConfig: { Arn: arnOf('SweepsDeadLetters') },
      },
    ]);
  });

  test('sweeps hourly, or as often as is asked', () => {
    const rateIn = (variant: keyof Variants) =>
      properties(variants()[variant].template, 'SweepSchedule').ScheduleExpression;

    expect([rateIn('plain'), rateIn('full')]).toEqual(['rate(1 hour)', 'rate(6 hours)']);
  });

  test('sweeps when a deployment of this stack has ended, by what the parser takes for one', () => {
    const { EventPattern } = properties(variants().plain.template, 'DeployedRule');

    expect(EventPattern.detail['stack-id']).toEqual([{ Ref: 'AWS::StackId' }]);
    for (const status of EventPattern.detail['status-details'].status)
      expect(
        parseSweepMessage({
          source: EventPattern.source[0],
          'detail-type': EventPattern['detail-type'][0],
          detail: { 'status-details': { status } },
        }),
      ).toEqual({ kind: 'start', because: 'deployment' });
  });

  test.each(rules)('%s deploys with the pattern that the sandbox reads', async (rule) => {
    expect(await rulePatternFrom(join(root, 'serverless.yml'), rule)).toEqual(
      properties(variants().plain.template, rule).EventPattern,
    );
  });

  test('has events to match', () => {
    expect(eventFiles.length).toBeGreaterThan(20);
    expect(eventFiles).toEqual(expect.arrayContaining(others));
  });

  test.each(eventFiles)('takes events/%s once, if it concerns a pool', (file) => {
    expect(takenBy(read(file))).toHaveLength(isAboutPools(file) ? 1 : 0);
  });

  test.each(watchedCalls())(
    'takes $call of $eventSource, which notices have words for',
    ({ eventSource, call }) => {
      expect(takenBy(recorded(eventSource, call, poolArn))).toHaveLength(1);
    },
  );

  test.each(['UpdateUserPoolSomethingNew', 'SetUserPoolSomethingNew'])(
    'takes %s, a call that is yet to come',
    (call) => {
      expect(takenBy(recorded('cognito-idp.amazonaws.com', call))).toEqual(['CognitoCallsRule']);
    },
  );

  test.each(['aws', 'aws-cn', 'aws-us-gov'])('takes a web ACL on a pool in the partition %s', (partition) => {
    expect(
      takenBy(recorded('wafv2.amazonaws.com', 'AssociateWebACL', poolArn.replace('aws', partition))),
    ).toEqual(['WebAclRule']);
  });

  test.each([
    ['a read', recorded('cognito-idp.amazonaws.com', 'DescribeUserPool')],
    ['a listing', recorded('cognito-idp.amazonaws.com', 'ListUserPools')],
    ['a user who signs in', recorded('cognito-idp.amazonaws.com', 'InitiateAuth')],
    ['a change to a user', recorded('cognito-idp.amazonaws.com', 'AdminUpdateUserAttributes')],
    ['a look at an import of users', recorded('cognito-idp.amazonaws.com', 'DescribeUserImportJob')],
    ['tags on something else', recorded('s3.amazonaws.com', 'TagResource')],
    [
      'the hosted sign-in pages',
      {
        ...recorded('cognito-idp.amazonaws.com', 'UpdateUserPool'),
        'detail-type': 'AWS Service Event via CloudTrail',
      },
    ],
    [
      "somebody's own event that names Cognito",
      { ...recorded('cognito-idp.amazonaws.com', 'UpdateUserPool'), source: 'com.example' },
    ],
    [
      'a web ACL on a load balancer',
      recorded(
        'wafv2.amazonaws.com',
        'AssociateWebACL',
        'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188',
      ),
    ],
  ])('leaves %s alone', (_, event) => {
    expect(takenBy(event)).toEqual([]);
  });
};
