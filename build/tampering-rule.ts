import type { DeploymentNames } from './resources-by-parameter.ts';
import { chatTransformer, type InputTransformer, mailTransformer } from './tampering-message.ts';
import type { TamperingPattern } from './tampering-patterns.ts';

/** How the names of these rules begin; one word for each follows. */
export const tamperingRulePrefix = ({ service, stage }: DeploymentNames): string =>
  `${service}-${stage}-tampering-`;

/** The queue of what a rule could not tell. */
export const tamperingDeadLetters = 'TamperingDeadLetters';

/** The topic of what somebody does to the deployment itself. */
const tamperingTopic = 'TamperingTopic';

const arnOf = (id: string): object => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** How EventBridge tries to reach a target, to its own maxima, and where it puts what it can't bring there. */
export const untilDead: object = {
  RetryPolicy: { MaximumEventAgeInSeconds: 86400, MaximumRetryAttempts: 185 },
  DeadLetterConfig: { Arn: arnOf(tamperingDeadLetters) },
};

/** What a rule delivers to. */
export interface Told {
  /** The logical id of the topic that mail goes out on, where it isn't TamperingTopic. */
  readonly topic?: string;
  /** True where a Slack channel listens to TamperingChatTopic. */
  readonly chat: boolean;
  /** Where a member of an organization tells its centre, which tells people: a further target, less `untilDead`. */
  readonly centre?: object;
}

/** A rule that tells people. */
interface TellingRule {
  readonly Type: 'AWS::Events::Rule';
  readonly DependsOn: readonly string[];
  readonly Properties: {
    readonly Name: string;
    readonly Description: string;
    readonly EventPattern: object;
    readonly EventBusName?: object;
    readonly Targets: readonly object[];
  };
}

/**
 * The targets that tell people at once, with no function between.
 * @param mail what EventBridge writes to the topic for mail
 * @param chat what it writes to the topic of the Slack channel, if there is one
 */
export const tellingTargets = (
  mail: InputTransformer,
  chat: InputTransformer,
  { topic = tamperingTopic, chat: hasChat, centre }: Told,
): readonly object[] => [
  { Id: 'mail', Arn: { Ref: topic }, InputTransformer: mail, ...untilDead },
  ...(hasChat
    ? [{ Id: 'chat', Arn: { Ref: 'TamperingChatTopic' }, InputTransformer: chat, ...untilDead }]
    : []),
  ...(centre ? [{ ...centre, ...untilDead }] : []),
];

/**
 * The rule that tells of one kind of tampering, by its logical id.
 * @param bus the logical id of the bus that it looks at, if it isn't the default one
 */
export const tamperingRule = (
  tampering: TamperingPattern,
  names: DeploymentNames,
  whom: Told,
  bus?: string,
): Readonly<Record<string, TellingRule>> => ({
  [`TamperingWith${inPascalCase(tampering.kind)}Rule`]: {
    Type: 'AWS::Events::Rule',
    // What could not be told waits in the queue from the first on.
    DependsOn: [`${whom.topic ?? tamperingTopic}Policy`, `${tamperingDeadLetters}Policy`],
    Properties: {
      Name: `${tamperingRulePrefix(names)}${tampering.kind}`,
      Description: `Calls by which somebody could blind or mute Lifeguard, on ${tampering.on}`,
      ...(bus === undefined ? {} : { EventBusName: { Ref: bus } }),
      EventPattern: tampering.pattern,
      Targets: tellingTargets(mailTransformer(tampering), chatTransformer(tampering), whom),
    },
  },
});

const inPascalCase = (words: string): string =>
  words
    .split('-')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
