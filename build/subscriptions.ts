import { createHash } from 'node:crypto';
import type { Resources } from './cloudformation.ts';
import type { DeployParameters } from './deploy-parameters.ts';

// Named by the address: removing one from the list leaves the others' confirmed subscriptions alone.
const idOf = (topic: string, email: string): string =>
  `${topic === 'UrgentTopic' ? 'Urgent' : ''}EmailSubscription${createHash('sha256').update(email).digest('hex').slice(0, 12)}`;

const subscription = (topic: string, email: string): readonly [string, object] => [
  idOf(topic, email),
  {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: { Ref: topic }, Protocol: 'email', Endpoint: email },
  },
];

/** Who gets mail: `emails` on both topics, since each notice goes out on one of them; `urgentEmails` on the urgent one. */
export const subscriptions = ({
  emails,
  urgentEmails,
}: Pick<DeployParameters, 'emails' | 'urgentEmails'>): Resources =>
  Object.fromEntries([
    ...emails.map((email) => subscription('NoticesTopic', email)),
    ...[...emails, ...urgentEmails].map((email) => subscription('UrgentTopic', email)),
  ]);
