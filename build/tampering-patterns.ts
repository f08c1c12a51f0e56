/** A text, or a function of CloudFormation that becomes one. */
export type Text = string | object;

/** What is ours in one Region, as CloudTrail's records name it; what is absent there has no pattern. */
export interface OwnParts {
  /** Names of EventBridge rules. */
  readonly rules?: readonly Text[];
  /** How the names of more rules begin. */
  readonly rulePrefixes?: readonly Text[];
  /** How the ARNs begin of what only rules of ours should deliver to. */
  readonly targetArnPrefixes?: readonly Text[];
  /** How the names of the Lambda functions begin. */
  readonly functionPrefix?: string;
  /** Ids of event source mappings. */
  readonly mappings?: readonly Text[];
  readonly keyArns?: readonly Text[];
  /** How the names of SQS queues begin, and their ARNs. */
  readonly queuePrefix?: string;
  readonly queueArnPrefix?: Text;
  /** How the ARNs of SNS topics begin. */
  readonly topicArnPrefix?: Text;
  /** Names of DynamoDB tables. */
  readonly tables?: readonly Text[];
  /** Names and ids of CloudFormation stacks. */
  readonly stacks?: readonly Text[];
  /** How the names of CloudWatch alarms begin. */
  readonly alarmPrefix?: Text;
  /** Names of IAM roles. */
  readonly roles?: readonly Text[];
  /** Trails have no names here: without a trail, whosever it is, we are blind. */
  readonly trails: boolean;
}

/** Calls by which somebody can blind or mute us, on one kind of thing. */
export interface TamperingPattern {
  /** In one word, for the names of rules. */
  readonly kind: string;
  /** The thing in words, after "was called on". */
  readonly on: string;
  /**
   * Where the record has its name, by the name of a variable: only what AWS lets nobody put a quotation mark into, since
   * EventBridge doesn't escape what it fills in.
   */
  readonly named: { readonly [variable: string]: string };
  readonly pattern: object;
}

type Condition = Text | { readonly [operator: string]: Text | boolean };

/**
 * Patterns over the calls that tell on whoever tampers with these parts, one for each kind of part that there is.
 * Failed calls are left out, since whoever may do nothing could send a thousand of them; and what CloudFormation calls,
 * since that is what a deployment does. Names of calls and the places of names in records: docs/tampering.md.
 */
export const tamperingPatterns = (parts: OwnParts): readonly TamperingPattern[] => {
  const { rules = [], rulePrefixes = [], targetArnPrefixes = [] } = parts;
  const ruleNames: readonly Condition[] = [...rules, ...rulePrefixes.map(prefix)];
  const { functionPrefix, mappings, keyArns, queuePrefix, queueArnPrefix } = parts;
  const { topicArnPrefix, tables, stacks, alarmPrefix, roles } = parts;
  return [
    ...(ruleNames.length === 0
      ? []
      : [
          {
            kind: 'rules',
            on: "a rule that is Lifeguard's or delivers to it",
            // One of both: the calls on targets have another name for it.
            named: { rule: 'requestParameters.name', ruleOfTargets: 'requestParameters.rule' },
            pattern: calls(
              'events',
              ['DisableRule', 'DeleteRule', 'PutRule', 'RemoveTargets', 'PutTargets'],
              either(
                { name: ruleNames },
                { rule: ruleNames },
                ...(targetArnPrefixes.length === 0
                  ? []
                  : [{ targets: { arn: targetArnPrefixes.map(prefix) } }]),
              ),
            ),
          },
        ]),
    ...(parts.trails
      ? [
          {
            kind: 'trails',
            on: 'a trail, without which Lifeguard hears of nothing',
            named: { trail: 'requestParameters.name', trailOfSelectors: 'requestParameters.trailName' },
            pattern: calls('cloudtrail', ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors']),
          },
        ]
      : []),
    ...(functionPrefix === undefined
      ? []
      : [
          {
            kind: 'functions',
            on: "a function of Lifeguard's",
            named: { function: 'requestParameters.functionName' },
            // CloudTrail adds the API's date and version to these names, and callers write the function as its name, as
            // its ARN or as a part of that.
            pattern: calls(
              'lambda',
              prefixes(
                'UpdateFunctionCode20',
                'UpdateFunctionConfiguration20',
                'DeleteFunction20',
                'PutFunctionConcurrency20',
              ),
              { requestParameters: { functionName: [anywhere(functionPrefix)] } },
            ),
          },
        ]),
    ...(mappings === undefined
      ? []
      : [
          {
            kind: 'mappings',
            on: "what connects a function to one of Lifeguard's queues",
            named: {},
            pattern: calls(
              'lambda',
              prefixes(
                'UpdateEventSourceMapping20',
                'DeleteEventSourceMapping20',
                // Another function on a queue of ours takes what is for ours.
                'CreateEventSourceMapping20',
              ),
              either(
                // CloudTrail's way of writing UUID with a small first letter, and the usual one.
                { uUID: mappings },
                { uuid: mappings },
                ...(queueArnPrefix === undefined ? [] : [{ eventSourceArn: [prefix(queueArnPrefix)] }]),
              ),
            ),
          },
        ]),
    ...(keyArns === undefined
      ? []
      : [
          {
            kind: 'key',
            on: "Lifeguard's key",
            named: {},
            // The request has what the caller gave, an ARN or an id; this is always the ARN.
            pattern: calls('kms', ['DisableKey', 'ScheduleKeyDeletion', 'PutKeyPolicy'], {
              resources: { ARN: keyArns },
            }),
          },
        ]),
    ...(queuePrefix === undefined
      ? []
      : [
          {
            kind: 'queues',
            on: "a queue of Lifeguard's",
            named: {},
            // The URL is as the caller wrote it, whose host may be anything.
            pattern: calls(
              'sqs',
              ['SetQueueAttributes', 'DeleteQueue', 'PurgeQueue', 'AddPermission', 'RemovePermission'],
              { requestParameters: { queueUrl: [anywhere(queuePrefix)] } },
            ),
          },
        ]),
    ...(topicArnPrefix === undefined
      ? []
      : [
          {
            kind: 'topics',
            on: "a topic of Lifeguard's or a subscription to one",
            named: {},
            pattern: calls(
              'sns',
              [
                'DeleteTopic',
                'SetTopicAttributes',
                'AddPermission',
                'RemovePermission',
                'Unsubscribe',
                'SetSubscriptionAttributes',
              ],
              either({ topicArn: [prefix(topicArnPrefix)] }, { subscriptionArn: [prefix(topicArnPrefix)] }),
            ),
          },
        ]),
    ...(tables === undefined
      ? []
      : [
          {
            kind: 'ledger',
            on: 'the table in which Lifeguard remembers',
            named: {},
            // By name or by ARN.
            pattern: calls(
              'dynamodb',
              [
                'DeleteTable',
                'UpdateTable',
                'UpdateTimeToLive',
                'UpdateContinuousBackups',
                'PutResourcePolicy',
              ],
              either({ tableName: tables.map(atEnd) }, { resourceArn: tables.map(atEnd) }),
            ),
          },
        ]),
    ...(stacks === undefined
      ? []
      : [
          {
            kind: 'stack',
            on: "Lifeguard's stack",
            named: {},
            pattern: calls('cloudformation', ['DeleteStack'], { requestParameters: { stackName: stacks } }),
          },
        ]),
    ...(alarmPrefix === undefined
      ? []
      : [
          {
            kind: 'alarms',
            on: "an alarm of Lifeguard's",
            named: {},
            pattern: calls(
              // CloudWatch's name in records and events.
              'monitoring',
              ['DisableAlarmActions', 'DeleteAlarms', 'PutMetricAlarm'],
              either({ alarmNames: [prefix(alarmPrefix)] }, { alarmName: [prefix(alarmPrefix)] }),
            ),
          },
        ]),
    ...(roles === undefined
      ? []
      : [
          {
            kind: 'roles',
            on: "a role of Lifeguard's",
            named: { role: 'requestParameters.roleName' },
            // IAM's calls are recorded in us-east-1 alone, wherever they are made.
            pattern: calls(
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
              { requestParameters: { roleName: roles } },
            ),
          },
        ]),
  ];
};

const calls = (service: string, eventName: readonly Condition[], detail: object = {}): object => ({
  source: [`aws.${service}`],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: {
    eventSource: [`${service}.amazonaws.com`],
    eventName,
    errorCode: [{ exists: false }],
    sourceIPAddress: [{ 'anything-but': 'cloudformation.amazonaws.com' }],
    ...detail,
  },
});

const prefix = (text: Text): Condition => ({ prefix: text });

const prefixes = (...starts: readonly string[]): readonly Condition[] => starts.map(prefix);

/** A record that has one of these among its request parameters. */
const either = (...requestParameters: readonly object[]): object => ({
  $or: requestParameters.map((each) => ({ requestParameters: each })),
});

const anywhere = (text: string): Condition => ({ wildcard: `*${text}*` });

const atEnd = (text: Text): Condition => ({ suffix: text });
