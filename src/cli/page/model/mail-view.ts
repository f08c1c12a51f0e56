import type { Delivery } from '../../../sandbox/sns/topics.ts';
import { inert } from '../../report/inert.ts';
import type { MailView } from '../page-data.ts';
import { shown } from './shown.ts';

/** Who SNS writes as. Source: Amazon SNS developer guide, email notifications. */
const sender = 'AWS Notifications <no-reply@sns.amazonaws.com>';

/** A mail is at most as long as SNS takes it; a page shows so many lines of it. */
const mostLines = 1000;

/** A mail that SNS delivered, as a mail program shows it. */
export const mailView = ({ at, endpoint, topicArn, subject, body }: Delivery, id: string): MailView => {
  const lines = body.trimEnd().split('\n');
  return {
    id,
    at: at.toISOString(),
    from: sender,
    to: shown(endpoint),
    topic: shown(topicArn.split(':').at(-1) ?? topicArn),
    subject: shown(subject ?? 'AWS Notification Message'),
    lines: [
      ...lines.slice(0, mostLines).map(inert),
      ...(lines.length > mostLines ? [`(${lines.length - mostLines} more lines)`] : []),
    ],
  };
};
