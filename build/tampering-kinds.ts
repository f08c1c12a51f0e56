import {
  anywhere,
  atEnd,
  type Condition,
  callsPattern,
  either,
  inAnyCase,
  prefix,
  prefixInAnyCase,
  type Text,
} from './calls-pattern.ts';
import type { OwnParts, TamperingPattern } from './tampering-patterns.ts';

type Kind = (parts: OwnParts) => TamperingPattern | undefined;

// Names of calls and the places of names in records, with their sources: docs/tampering.md and events/README.md.

const onRules = (
  kind: string,
  names: readonly Condition[],
  targetArnPrefixes: readonly Text[] = [],
): TamperingPattern | undefined =>
  names.length === 0
    ? undefined
    : {
        kind,
        on: "a rule that is Lifeguard's or delivers to it",
        // One of both: the calls on targets have another name for it.
        named: { rule: 'requestParameters.name', ruleOfTargets: 'requestParameters.rule' },
        pattern: callsPattern(
          'events',
          ['DisableRule', 'DeleteRule', 'PutRule', 'RemoveTargets', 'PutTargets'],
          either(
            { name: names },
            { rule: names },
            ...(targetArnPrefixes.length === 0 ? [] : [{ targets: { arn: targetArnPrefixes.map(prefix) } }]),
          ),
        ),
      };

const rules: Kind = ({ rules: exact = [], rulePrefixes = [], targetArnPrefixes = [] }) =>
  onRules('rules', [...exact, ...rulePrefixes.map(prefix)], targetArnPrefixes);

// A rule that is off takes no record of what turned it off.
const watch: Kind = ({ watched = [] }) => onRules('watch', watched);

const buses: Kind = ({ busPrefix }) =>
  busPrefix === undefined
    ? undefined
    : {
        kind: 'buses',
        on: "an event bus of Lifeguard's",
        // One of both: the calls on a bus's policy have another name for it, and none for the default bus.
        named: { bus: 'requestParameters.name', busOfPolicy: 'requestParameters.eventBusName' },
        pattern: callsPattern(
          'events',
          ['DeleteEventBus', 'UpdateEventBus', 'PutPermission', 'RemovePermission'],
          either({ name: [prefix(busPrefix)] }, { eventBusName: [prefix(busPrefix)] }),
        ),
      };

const trails: Kind = () => ({
  kind: 'trails',
  on: 'a trail, without which Lifeguard hears of nothing',
  named: { trail: 'requestParameters.name', trailOfSelectors: 'requestParameters.trailName' },
  pattern: callsPattern('cloudtrail', ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors']),
});

const functions: Kind = ({ functionPrefix }) =>
  functionPrefix === undefined
    ? undefined
    : {
        kind: 'functions',
        on: "a function of Lifeguard's",
        named: { function: 'requestParameters.functionName' },
        // CloudTrail adds the API's date and version to these names, and callers write the function as its name, as its
        // ARN or as a part of that.
        pattern: callsPattern(
          'lambda',
          [
            'UpdateFunctionCode20',
            'UpdateFunctionConfiguration20',
            'DeleteFunction20',
            'PutFunctionConcurrency20',
          ].map(prefix),
          { requestParameters: { functionName: [anywhere(functionPrefix)] } },
        ),
      };

const mappings: Kind = ({ mappings: ids, queueArnPrefix }) =>
  ids === undefined
    ? undefined
    : {
        kind: 'mappings',
        on: "what connects a function to one of Lifeguard's queues",
        named: {},
        pattern: callsPattern(
          'lambda',
          [
            'UpdateEventSourceMapping20',
            'DeleteEventSourceMapping20',
            // Another function on a queue of ours takes what is for ours.
            'CreateEventSourceMapping20',
          ].map(prefix),
          either(
            // CloudTrail's way of writing UUID with a small first letter, and the usual one.
            { uUID: ids },
            { uuid: ids },
            ...(queueArnPrefix === undefined ? [] : [{ eventSourceArn: [prefix(queueArnPrefix)] }]),
          ),
        ),
      };

const key: Kind = ({ keyArns }) =>
  keyArns === undefined
    ? undefined
    : {
        kind: 'key',
        on: "Lifeguard's key",
        named: {},
        // The request has what the caller gave, an ARN or an id; this is always the ARN.
        pattern: callsPattern('kms', ['DisableKey', 'ScheduleKeyDeletion', 'PutKeyPolicy'], {
          resources: { ARN: keyArns },
        }),
      };

const queues: Kind = ({ queuePrefix }) =>
  queuePrefix === undefined
    ? undefined
    : {
        kind: 'queues',
        on: "a queue of Lifeguard's",
        named: {},
        // The URL is as the caller wrote it, whose host may be anything.
        pattern: callsPattern(
          'sqs',
          ['SetQueueAttributes', 'DeleteQueue', 'PurgeQueue', 'AddPermission', 'RemovePermission'],
          { requestParameters: { queueUrl: [anywhere(queuePrefix)] } },
        ),
      };

const topics: Kind = ({ topicArnPrefix }) =>
  topicArnPrefix === undefined
    ? undefined
    : {
        kind: 'topics',
        on: "a topic of Lifeguard's or a subscription to one",
        named: {},
        pattern: callsPattern(
          'sns',
          [
            'DeleteTopic',
            'SetTopicAttributes',
            'AddPermission',
            'RemovePermission',
            'Unsubscribe',
            'SetSubscriptionAttributes',
            // It can refuse every message that says an address.
            'PutDataProtectionPolicy',
          ],
          either(
            { topicArn: [prefix(topicArnPrefix)] },
            { subscriptionArn: [prefix(topicArnPrefix)] },
            { resourceArn: [prefix(topicArnPrefix)] },
          ),
        ),
      };

const ledger: Kind = ({ tables }) =>
  tables === undefined
    ? undefined
    : {
        kind: 'ledger',
        on: 'the table in which Lifeguard remembers',
        named: {},
        // By name or by ARN.
        pattern: callsPattern(
          'dynamodb',
          ['DeleteTable', 'UpdateTable', 'UpdateTimeToLive', 'UpdateContinuousBackups', 'PutResourcePolicy'],
          either({ tableName: tables.map(atEnd) }, { resourceArn: tables.map(atEnd) }),
        ),
      };

const stack: Kind = ({ stacks }) =>
  stacks === undefined
    ? undefined
    : {
        kind: 'stack',
        on: "Lifeguard's stack",
        named: {},
        pattern: callsPattern('cloudformation', ['DeleteStack'], {
          requestParameters: { stackName: stacks },
        }),
      };

const alarms: Kind = ({ alarmPrefix }) =>
  alarmPrefix === undefined
    ? undefined
    : {
        kind: 'alarms',
        on: "an alarm of Lifeguard's",
        named: {},
        pattern: callsPattern(
          // CloudWatch's name in records and events.
          'monitoring',
          ['DisableAlarmActions', 'DeleteAlarms', 'PutMetricAlarm', 'PutAlarmMuteRule', 'SetAlarmState'],
          either(
            { alarmNames: [prefix(alarmPrefix)] },
            { alarmName: [prefix(alarmPrefix)] },
            { muteTargets: { alarmNames: [prefix(alarmPrefix)] } },
          ),
        ),
      };

const roles: Kind = ({ roles: exact = [], rolePrefixes = [] }) => {
  // IAM tells no names apart by case, and the record has what the caller wrote. Source: IAM user guide, "IAM and AWS STS
  // quotas".
  const names: readonly Condition[] = [...exact.map(inAnyCase), ...rolePrefixes.map(prefixInAnyCase)];
  return names.length === 0
    ? undefined
    : {
        kind: 'roles',
        on: "a role of Lifeguard's",
        named: { changedRole: 'requestParameters.roleName' },
        // IAM's calls are recorded in us-east-1 alone, wherever they are made.
        pattern: callsPattern(
          'iam',
          [
            'UpdateAssumeRolePolicy',
            'PutRolePolicy',
            'DeleteRolePolicy',
            'AttachRolePolicy',
            'DetachRolePolicy',
            'PutRolePermissionsBoundary',
            'DeleteRolePermissionsBoundary',
            'DeleteRole',
          ],
          { requestParameters: { roleName: names } },
        ),
      };
};

/** One for each service whose records name things in their own way, and two for Lambda. */
export const tamperingKinds: readonly Kind[] = [
  rules,
  watch,
  buses,
  trails,
  functions,
  mappings,
  key,
  queues,
  topics,
  ledger,
  stack,
  alarms,
  roles,
];
