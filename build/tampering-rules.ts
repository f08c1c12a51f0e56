import type { Text } from './calls-pattern.ts';
import { type Resources, sub } from './cloudformation.ts';
import { callsBusName } from './forwarding-names.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';
import { tamperingElsewhere } from './tampering-elsewhere.ts';
import { chatTransformer, mailTransformer } from './tampering-message.ts';
import { type OwnParts, type TamperingPattern, tamperingPatterns } from './tampering-patterns.ts';

type Template = Readonly<Record<string, { readonly Type?: string; readonly Properties?: { Name?: Text } }>>;

/** What the rules deliver to. */
interface Told {
  /** True where a Slack channel listens to TamperingChatTopic. */
  readonly chat: boolean;
}

/** The names of these rules, for whoever checks whether they are there. */
export const tamperingRuleNames = (names: DeploymentNames): readonly string[] =>
  tamperingPatterns(ownParts({}, names)).map(({ kind }) => `${rulePrefix(names)}${kind}`);

/** How the names of these rules begin; one word for each follows. */
const rulePrefix = ({ service, stage }: DeploymentNames): string => `${service}-${stage}-tampering-`;

/**
 * The rules that tell people at once of whoever could blind or mute this deployment, with no function between that could
 * be blinded as well; and the queue of what could not be told.
 * @param resources the whole template: what it has of each type is what is watched
 */
export const tamperingRules = (resources: Template, names: DeploymentNames, told: Told): Resources => {
  const deadLetters = 'TamperingDeadLetters';
  const patterns = tamperingPatterns(ownParts(resources, names));
  // Only where other Regions are governed there is a bus that they tell by.
  const elsewhere = resources[bus] ? [tamperingElsewhere(names, `\${AWS::Region}`)] : [];
  return {
    ...Object.fromEntries(patterns.map((pattern) => [idOf(pattern), ruleOf(pattern, names, told)])),
    ...Object.fromEntries(elsewhere.map((pattern) => [idOf(pattern), onBus(ruleOf(pattern, names, told))])),
    [deadLetters]: {
      Type: 'AWS::SQS::Queue',
      Properties: { KmsMasterKeyId: arnOf('LifeguardKey'), MessageRetentionPeriod: 1209600 },
    },
    [`${deadLetters}Policy`]: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [{ Ref: deadLetters }],
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'OurRulesMaySend',
              Effect: 'Allow',
              Principal: { Service: 'events.amazonaws.com' },
              Action: 'sqs:SendMessage',
              Resource: arnOf(deadLetters),
              // By name, since the rules wait for this policy.
              Condition: {
                ArnEquals: {
                  'aws:SourceArn': [
                    ...patterns.map(({ kind }) => `${rulePrefix(names)}${kind}`),
                    // A rule on another bus than the default one has that bus in its ARN.
                    ...elsewhere.map(({ kind }) => `${callsBusName(names)}/${rulePrefix(names)}${kind}`),
                  ].map((rule) =>
                    sub(`arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/${rule}`),
                  ),
                },
              },
            },
            {
              Sid: 'OnlyOverTls',
              Effect: 'Deny',
              Principal: '*',
              Action: 'sqs:*',
              Resource: arnOf(deadLetters),
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    },
  };
};

const bus = 'ForwardedCallsBus';

const onBus = (rule: ReturnType<typeof ruleOf>): object => ({
  ...rule,
  Properties: { ...rule.Properties, EventBusName: { Ref: bus } },
});

/** All that a template has, as far as somebody could tamper with it. */
const ownParts = (resources: Template, names: DeploymentNames): OwnParts => {
  const { service, stage } = names;
  const own = `${service}-${stage}-`;
  const idsOf = (type: string): readonly string[] =>
    Object.keys(resources).filter((id) => resources[id]?.Type === type);
  // Names that CloudFormation gives begin with the stack's, which is this.
  const queueArnPrefix = sub(`arn:\${AWS::Partition}:sqs:\${AWS::Region}:\${AWS::AccountId}:${own}`);
  const topicArnPrefix = sub(`arn:\${AWS::Partition}:sns:\${AWS::Region}:\${AWS::AccountId}:${own}`);
  return {
    rules: idsOf('AWS::Events::Rule').map((id) => resources[id]?.Properties?.Name ?? { Ref: id }),
    rulePrefixes: [rulePrefix(names)],
    targetArnPrefixes: [queueArnPrefix, topicArnPrefix],
    functionPrefix: `${own}on-`,
    mappings: idsOf('AWS::Lambda::EventSourceMapping').map((id) => ({ Ref: id })),
    queueArnPrefix,
    keyArns: idsOf('AWS::KMS::Key').map(arnOf),
    queuePrefix: own,
    topicArnPrefix,
    tables: idsOf('AWS::DynamoDB::Table').map((id) => ({ Ref: id })),
    stacks: [{ Ref: 'AWS::StackName' }, { Ref: 'AWS::StackId' }],
    alarmPrefix: own,
    roles: idsOf('AWS::IAM::Role').map((id) => ({ Ref: id })),
    trails: true,
  };
};

const arnOf = (id: string): object => ({ 'Fn::GetAtt': [id, 'Arn'] });

const idOf = ({ kind }: TamperingPattern): string =>
  `TamperingWith${kind.charAt(0).toUpperCase()}${kind.slice(1)}Rule`;

const ruleOf = (tampering: TamperingPattern, names: DeploymentNames, { chat }: Told) => {
  const target = (id: string, topic: string, transformer: object): object => ({
    Id: id,
    Arn: { Ref: topic },
    InputTransformer: transformer,
    RetryPolicy: { MaximumEventAgeInSeconds: 86400, MaximumRetryAttempts: 185 },
    DeadLetterConfig: { Arn: arnOf('TamperingDeadLetters') },
  });
  return {
    Type: 'AWS::Events::Rule',
    // What could not be told waits in the queue from the first on.
    DependsOn: ['UrgentTopicPolicy', 'TamperingDeadLettersPolicy'],
    Properties: {
      Name: `${rulePrefix(names)}${tampering.kind}`,
      Description: `Calls by which somebody could blind or mute Lifeguard, on ${tampering.on}`,
      EventPattern: tampering.pattern,
      Targets: [
        target('urgent', 'UrgentTopic', mailTransformer(tampering)),
        ...(chat ? [target('chat', 'TamperingChatTopic', chatTransformer(tampering))] : []),
      ],
    },
  };
};
