import { isDeepStrictEqual } from 'node:util';
import { type Resources, sub } from './cloudformation.ts';
import { tamperingDeadLetters } from './tampering-rule.ts';

const arn = { 'Fn::GetAtt': [tamperingDeadLetters, 'Arn'] };

interface Part {
  readonly Type?: string;
  readonly Properties?: {
    readonly Name?: unknown;
    readonly EventBusName?: { readonly Ref: string };
    readonly Targets?: readonly { readonly DeadLetterConfig?: object }[];
  };
}

/** The ARNs of the rules that put into this queue what they can't deliver, by name, since they wait for its policy. */
const senders = (parts: Readonly<Record<string, Part>>): readonly object[] =>
  Object.values(parts)
    .filter(({ Type }) => Type === 'AWS::Events::Rule')
    .flatMap(({ Properties = {} }) => {
      const { Name, EventBusName, Targets = [] } = Properties;
      if (!Targets.some(({ DeadLetterConfig }) => isDeepStrictEqual(DeadLetterConfig, { Arn: arn })))
        return [];
      // A rule on another bus than the default one has that bus in its ARN.
      const bus = EventBusName ? `${parts[EventBusName.Ref]?.Properties?.Name}/` : '';
      return [sub(`arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/${bus}${Name}`)];
    });

/**
 * The queue of what rules could not tell people, and who may send to it.
 * @param resources the whole template, those rules among it
 */
export const tamperingDeadLettersOf = (resources: Resources): Resources => ({
  [tamperingDeadLetters]: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      // SQS's own key: whoever turns ours off must not take away what could not be told of it.
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 1209600,
    },
  },
  [`${tamperingDeadLetters}Policy`]: {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [{ Ref: tamperingDeadLetters }],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'OurRulesMaySend',
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: arn,
            Condition: { ArnEquals: { 'aws:SourceArn': senders(resources) } },
          },
          {
            Sid: 'OnlyOverTls',
            Effect: 'Deny',
            Principal: '*',
            Action: 'sqs:*',
            Resource: arn,
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    },
  },
});
