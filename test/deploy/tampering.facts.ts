import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { InputTransformer } from '../../build/tampering-message.ts';
import { compilePattern } from '../../src/sandbox/event-pattern.ts';
import type { JsonObject } from '../../src/sandbox/json.ts';
import { root, type Variants } from './packaged.ts';
import { prod, resolved } from './resolved.ts';
import { arnOf, idsOfType, properties, roleStatements, type Template } from './template.ts';
import { transformed } from './transformed.ts';

/** The rule for each kind of part, with the source of its events. */
const rules = {
  TamperingWithRulesRule: 'events',
  TamperingWithBusesRule: 'events',
  TamperingWithTrailsRule: 'cloudtrail',
  TamperingWithFunctionsRule: 'lambda',
  TamperingWithMappingsRule: 'lambda',
  TamperingWithKeyRule: 'kms',
  TamperingWithQueuesRule: 'sqs',
  TamperingWithTopicsRule: 'sns',
  TamperingWithLedgerRule: 'dynamodb',
  TamperingWithStackRule: 'cloudformation',
  TamperingWithAlarmsRule: 'monitoring',
  TamperingWithRolesRule: 'iam',
} as const;

/** Takes the calls on the rule that takes the calls on rules, beside that. */
const watch = 'TamperingWithWatchRule';
const ids = Object.keys(rules) as readonly (keyof typeof rules)[];

/** Events that tell on nobody: reads, denied calls, deployments, and what isn't ours. */
const untold = [
  'describe-rule/assumed-role.json',
  'disable-rule/another-rule.json',
  'disable-rule/denied.json',
  'put-rule/cloudformation.json',
  'put-permission/default-bus.json',
  'put-alarm-mute-rule/another-alarm.json',
  'update-function-configuration/another-function.json',
  'purge-queue/another-queue.json',
  'delete-stack/another-stack.json',
];

interface Recorded extends JsonObject {
  readonly detail: JsonObject & {
    readonly eventSource: string;
    readonly eventName: string;
    readonly userIdentity: JsonObject;
    readonly requestParameters: JsonObject | null;
  };
}

const files = readdirSync(join(root, 'events'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.json'),
);
const read = (file: string): Recorded => JSON.parse(readFileSync(join(root, 'events', file), 'utf8'));
const isAboutPools = (file: string): boolean => /^(cognito-idp|wafv2)\./.test(read(file).detail.eventSource);
const told = files.filter((file) => !isAboutPools(file) && !untold.includes(file));

/** Of two rules on the same service, the one whose calls have names like these. */
const callsOf: Partial<Record<keyof typeof rules, RegExp>> = {
  TamperingWithRulesRule: /Rule|Targets/,
  TamperingWithBusesRule: /EventBus|Permission/,
  TamperingWithFunctionsRule: /Function/,
  TamperingWithMappingsRule: /EventSourceMapping/,
};

const ruleFor = ({ detail: { eventSource, eventName } }: Recorded): keyof typeof rules | undefined =>
  ids.find((id) => `${rules[id]}.amazonaws.com` === eventSource && callsOf[id]?.test(eventName) !== false);

export const tamperingFacts = (variants: () => Variants): void => {
  const patternOf = (template: Template, id: string, place = prod): JsonObject =>
    resolved(template, properties(template, id).EventPattern, place) as JsonObject;
  const tellingRules = (event: JsonObject): readonly string[] => {
    const { template } = variants().plain;
    return ids.filter((id) => compilePattern(patternOf(template, id))(event));
  };
  const targetsOf = (template: Template, id: string) =>
    properties(template, id).Targets as readonly {
      readonly Arn: unknown;
      readonly InputTransformer: InputTransformer;
    }[];
  const mailOf = (event: Recorded): string =>
    transformed(
      targetsOf(variants().plain.template, ruleFor(event) ?? '')[0]?.InputTransformer as InputTransformer,
      event,
    );
  const chatOf = (event: Recorded): string =>
    transformed(
      targetsOf(variants().full.template, ruleFor(event) ?? '')[1]?.InputTransformer as InputTransformer,
      event,
    );

  test('is told by these rules in every variant, each by its own name', () => {
    for (const { template } of Object.values(variants())) {
      const found = idsOfType(template, 'AWS::Events::Rule').filter(
        // What other Regions and other accounts tell has facts of its own: regions.facts.ts, organization-alerts.facts.ts.
        (id) => /^TamperingWith(?!Elsewhere|Members)/.test(id),
      );

      expect(found.toSorted()).toEqual([...ids, watch].toSorted());
      expect(new Set(found.map((id) => properties(template, id).Name)).size).toBe(ids.length + 1);
    }
  });

  test.each(told)('events/%s is told by the rule for its kind, and by no other', (file) => {
    expect(tellingRules(read(file))).toEqual([ruleFor(read(file))]);
  });

  test.each([...untold, ...files.filter(isAboutPools)])('events/%s is told by none', (file) => {
    expect(tellingRules(read(file))).toEqual([]);
  });

  test.each(told)('events/%s is not told where the call failed or CloudFormation made it', (file) => {
    const event = read(file);
    const changed = (change: object) => ({ ...event, detail: { ...event.detail, ...change } });

    expect(tellingRules(changed({ errorCode: 'AccessDenied' }))).toEqual([]);
    expect(tellingRules(changed({ sourceIPAddress: 'cloudformation.amazonaws.com' }))).toEqual([]);
  });

  test('has an event for every call that its rules take', () => {
    const { template } = variants().plain;
    const recorded = told.map((file) => read(file).detail.eventName);

    const missing = ids.flatMap((id) =>
      (properties(template, id).EventPattern.detail.eventName as (string | { prefix: string })[]).filter(
        (name) =>
          !recorded.some((each) => (typeof name === 'string' ? each === name : each.startsWith(name.prefix))),
      ),
    );

    expect(missing).toEqual([]);
  });

  test.each(['prod', 'a-stage-of-names'])(
    'keeps each pattern within the 2,048 characters of EventBridge’s quota, in stage %s',
    (stage) => {
      const place = { stack: `cognito-lifeguard-${stage}`, region: 'ap-southeast-2' };
      for (const { template } of Object.values(variants()))
        for (const id of ids)
          expect(
            JSON.stringify(patternOf(template, id, place)).replaceAll('prod', stage).length,
            id,
          ).toBeLessThanOrEqual(2048);
    },
  );

  test('goes straight to a topic of its own, with retries, and to dead letters where it can not', () => {
    const { template } = variants().plain;

    for (const id of ids)
      expect(properties(template, id).Targets).toEqual([
        {
          Id: 'mail',
          Arn: { Ref: 'TamperingTopic' },
          InputTransformer: expect.any(Object),
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
          DeadLetterConfig: { Arn: arnOf('TamperingDeadLetters') },
        },
      ]);
  });

  test('is told to a Slack channel on a topic of its own, where there is a channel', () => {
    const { template } = variants().full;

    for (const id of ids)
      expect(targetsOf(template, id).map(({ Arn }) => Arn)).toEqual([
        { Ref: 'TamperingTopic' },
        { Ref: 'TamperingChatTopic' },
      ]);
    expect(properties(template, 'SlackChannel').SnsTopicArns).toContainEqual({ Ref: 'TamperingChatTopic' });
    expect(
      idsOfType(template, 'AWS::SNS::Subscription').map((id) => properties(template, id).TopicArn.Ref),
    ).not.toContain('TamperingChatTopic');
    expect(variants().plain.template.Resources).not.toHaveProperty('TamperingChatTopic');
  });

  test('the chat’s topic takes what EventBridge publishes, and nobody else’s', () => {
    const { template } = variants().full;
    const topic = { Ref: 'TamperingChatTopic' };

    expect(properties(template, 'TamperingChatTopicPolicy').PolicyDocument.Statement).toEqual([
      {
        Sid: 'RulesMayPublish',
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: topic,
      },
      {
        Sid: 'OnlyAwsServicesMayPublish',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sns:Publish',
        Resource: topic,
        Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
      },
      {
        Sid: 'OnlyOverTls',
        Effect: 'Deny',
        Principal: '*',
        Action: ['sns:Publish', 'sns:Subscribe'],
        Resource: topic,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
  });

  test('dead letters come from exactly these rules', () => {
    const { template } = variants().plain;
    const [allowed] = properties(template, 'TamperingDeadLettersPolicy').PolicyDocument.Statement;

    const sources = resolved(template, allowed.Condition.ArnEquals['aws:SourceArn']) as readonly string[];
    expect(sources.toSorted()).toEqual(
      [...ids, watch]
        .map((id) => `arn:aws:events:eu-west-1:111122223333:rule/${properties(template, id).Name}`)
        .toSorted(),
    );
  });

  test('the rule on calls on rules is watched by another one, and that one by it', () => {
    const { template } = variants().plain;
    const event = read('disable-rule/assumed-role.json');
    const disabled = (rule: string): Recorded => ({
      ...event,
      detail: { ...event.detail, requestParameters: { name: properties(template, rule).Name } },
    });
    const tellers = (of: Recorded): readonly string[] =>
      [...ids, watch].filter((id) => compilePattern(patternOf(template, id))(of));

    expect(tellers(disabled('TamperingWithRulesRule'))).toContain(watch);
    expect(tellers(disabled(watch))).toEqual(['TamperingWithRulesRule']);
    expect(tellers(event)).toEqual(['TamperingWithRulesRule']);
  });

  // EventBridge matches when a record arrives, seconds to minutes after the call: both can be off by then.
  test('a sweep may ask for these two rules, by their names, and for no other', () => {
    const { template } = variants().plain;
    const names = ['TamperingWithRulesRule', watch].map((id) => properties(template, id).Name);

    expect(properties(template, 'OnSweepLambdaFunction').Environment.Variables.LIFEGUARD_WATCHING_RULES).toBe(
      names.join(),
    );
    expect(
      roleStatements(template, 'OnSweepRole').filter(({ Action }) => Action === 'events:DescribeRule'),
    ).toEqual([
      expect.objectContaining({
        Resource: names.map((name) => ({
          'Fn::Sub': `arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/${name}`,
        })),
      }),
    ]);
  });

  test('one sentence says who did what, on what, when and from where, and one what to do', () => {
    const mail = mailOf(read('disable-rule/assumed-role.json'));

    expect(JSON.parse(mail)).toBe(
      "Lifeguard may be blind or mute: DisableRule was called on a rule that is Lifeguard's or delivers to it (cognito-lifeguard-prod-CognitoCallsRule-1A2B3C4D5E6F) by AssumedRole Developer (AROAEXAMPLEROLE00001:on-call), from 203.0.113.7, in account 111122223333, eu-west-1, at 2026-11-23T09:14:07Z. If that was not meant, put it back and find out who it was: docs/operations.md#tampering. CloudTrail event " +
        `${read('disable-rule/assumed-role.json').detail.eventID}.`,
    );
  });

  test.each([
    ['disable-rule/iam-user.json', 'by IAMUser ada (AIDAEXAMPLEUSER00001), from 203.0.113.7'],
    [
      'attach-role-policy/assumed-role.json',
      "a role of Lifeguard's (cognito-lifeguard-prod-OnPoolChangeRole-1A2B3C4D5E6F) by AssumedRole Developer (",
    ],
    ['stop-logging/root.json', 'by Root  (111122223333), from 203.0.113.7'],
    ['put-event-selectors/assumed-role.json', 'PutEventSelectors was called on a trail, without which'],
    ['purge-queue/assumed-role.json', "PurgeQueue was called on a queue of Lifeguard's by AssumedRole"],
    [
      'remove-permission/bus.json',
      "RemovePermission was called on an event bus of Lifeguard's (cognito-lifeguard-prod-organization) by",
    ],
    ['delete-event-bus/assumed-role.json', "an event bus of Lifeguard's (cognito-lifeguard-prod-calls) by"],
    ['set-alarm-state/assumed-role.json', "SetAlarmState was called on an alarm of Lifeguard's by"],
  ])('the mail of %s says: %s', (file, words) => {
    expect(JSON.parse(mailOf(read(file)))).toContain(words);
  });

  test.each(told)('the messages of events/%s are whole JSON, with no word left to fill in', (file) => {
    const { version, source, content } = JSON.parse(chatOf(read(file)));

    expect(JSON.parse(mailOf(read(file)))).not.toMatch(/[<>]|undefined/);
    expect({ version, source, textType: content.textType }).toEqual({
      version: '1.0',
      source: 'custom',
      textType: 'client-markdown',
    });
    expect(content.description).toContain(read(file).detail.eventName);
    expect(JSON.stringify(content)).not.toMatch(/[<>]|undefined/);
  });

  test.each(told)('nobody breaks the messages of events/%s by a name of their own', (file) => {
    const event = read(file);
    const quote = '"}],\\"<call>\n';
    const { requestParameters, userIdentity } = event.detail;
    // What AWS lets people choose freely: paths of users in their ARNs, hosts of queues' URLs, other alarms' names, values.
    const free = (name: string, value: unknown): unknown =>
      ['name', 'rule', 'eventBusName', 'trailName', 'functionName', 'roleName'].includes(name)
        ? value
        : Array.isArray(value)
          ? [quote, ...value]
          : typeof value === 'string'
            ? `${quote}${value}`
            : value;
    const hostile: Recorded = {
      ...event,
      detail: {
        ...event.detail,
        userAgent: quote,
        userIdentity: { ...userIdentity, arn: `arn:aws:iam::111122223333:user/${quote}/ada` },
        requestParameters: Object.fromEntries(
          Object.entries(requestParameters ?? {}).map(([name, value]) => [name, free(name, value) as never]),
        ),
      },
    };

    expect(mailOf(hostile)).toBe(mailOf(event));
    expect(chatOf(hostile)).toBe(chatOf(event));
  });

  test('a queue is known by its name, whatever host its URL has', () => {
    const event = read('purge-queue/assumed-role.json');
    const { queueUrl } = event.detail.requestParameters ?? {};
    const requestParameters = { queueUrl: String(queueUrl).replace('sqs.eu-west-1.amazonaws.com', 'a"b') };

    expect(tellingRules({ ...event, detail: { ...event.detail, requestParameters } })).toEqual([
      'TamperingWithQueuesRule',
    ]);
  });

  // IAM tells no names apart by case (IAM user guide, "IAM and AWS STS quotas"), and the record has what the caller wrote.
  test('a role is known by its name in any case', () => {
    const event = read('attach-role-policy/assumed-role.json');
    const { roleName, ...rest } = event.detail.requestParameters ?? {};
    const requestParameters = { ...rest, roleName: String(roleName).toUpperCase() };

    expect(tellingRules({ ...event, detail: { ...event.detail, requestParameters } })).toEqual([
      'TamperingWithRolesRule',
    ]);
  });
};
