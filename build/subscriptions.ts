import { createHash } from 'node:crypto';
import type { Resources } from './cloudformation.ts';
import type { DeployParameters } from './deploy-parameters.ts';

/** How the logical ids begin of the subscriptions to each topic. */
const prefixes = {
  NoticesTopic: '',
  UrgentTopic: 'Urgent',
  TamperingTopic: 'Tampering',
  MembersTopic: 'Members',
} as const;

type Topic = keyof typeof prefixes;

// Named by the address: removing one from the list leaves the others' confirmed subscriptions alone.
const idOf = (topic: Topic, email: string): string =>
  `${prefixes[topic]}EmailSubscription${createHash('sha256').update(email).digest('hex').slice(0, 12)}`;

const subscription = (topic: Topic, email: string): readonly [string, object] => [
  idOf(topic, email),
  {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: { Ref: topic }, Protocol: 'email', Endpoint: email },
  },
];

/**
 * Who gets mail: `emails` on the topics of notices and of what is urgent, since each notice goes out on one of them;
 * `urgentEmails` on the urgent one; both on that of tampering, which needs no key, and on a centre's of its members.
 */
export const subscriptions = ({
  emails,
  urgentEmails,
  organization,
}: Pick<DeployParameters, 'emails' | 'urgentEmails' | 'organization'>): Resources => {
  const topics: readonly Topic[] = [
    'UrgentTopic',
    'TamperingTopic',
    ...(organization?.kind === 'centre' ? (['MembersTopic'] as const) : []),
  ];
  return Object.fromEntries([
    ...emails.map((email) => subscription('NoticesTopic', email)),
    ...topics.flatMap((topic) => [...emails, ...urgentEmails].map((email) => subscription(topic, email))),
  ]);
};
