import type { Arrow } from './arrow.ts';
import { targetOf } from './reference.ts';
import type { Resource, ServiceDefinition } from './service-definition.ts';

const arrow = (from: string, to: string | undefined, kind: Arrow['kind'], label = ''): readonly Arrow[] =>
  to === undefined ? [] : [{ from, to, label, kind }];

/** Rules on tampering are many and alike: one part of the picture. */
const partOf = (id: string): string => (/^Tampering.*Rule$/.test(id) ? 'tampering' : id);

const of: { readonly [type: string]: (id: string, properties: Resource['Properties']) => readonly Arrow[] } =
  {
    'AWS::Events::Rule': (id, { EventBusName, ScheduleExpression, Targets = [] }) => [
      ...(ScheduleExpression === undefined
        ? arrow(targetOf(EventBusName) ?? 'events', partOf(id), 'flow')
        : []),
      ...Targets.flatMap(({ Arn }: { Arn: unknown }) => arrow(partOf(id), targetOf(Arn), 'flow')),
    ],
    // Its stacks forward to the bus at home by name.
    'AWS::CloudFormation::StackSet': (id) => [
      ...arrow('eventsElsewhere', id, 'flow'),
      ...arrow(id, 'ForwardedCallsBus', 'flow'),
    ],
    'AWS::SQS::Queue': (id, { RedrivePolicy }) =>
      arrow(id, targetOf(RedrivePolicy?.deadLetterTargetArn), 'failure'),
    'AWS::SNS::Subscription': (_, { TopicArn }) => arrow(targetOf(TopicArn) ?? '', 'mail', 'flow'),
    'AWS::Chatbot::SlackChannelConfiguration': (_, { SnsTopicArns }) =>
      SnsTopicArns.flatMap((topic: unknown) => arrow(targetOf(topic) ?? '', 'chat', 'flow')),
    'AWS::CloudWatch::Alarm': (_, { AlarmActions }) =>
      AlarmActions.flatMap((topic: unknown) => arrow('alarms', targetOf(topic), 'flow')),
  };

/** What flows from where to where without a function's doing: rules, queues, subscriptions, alarms. */
export const arrowsOfResources = ({ functions, resources }: ServiceDefinition): readonly Arrow[] => [
  ...Object.entries(resources).flatMap(([id, { Type, Properties }]) => of[Type]?.(id, Properties) ?? []),
  ...Object.entries(functions).flatMap(([name, { events }]) =>
    events.flatMap(({ sqs }) => arrow(targetOf(sqs.arn) ?? '', name, 'flow')),
  ),
];
