import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { isNews } from '../notify/news.ts';
import { visibleOutcome } from '../notify/visible-outcome.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { messageWithin } from './message-within.ts';

/** How long texts from outside may be, tried in this order. */
const lengths = [1000, 250, 60] as const;

/**
 * Puts outcomes that people must know on the queue `notices`, without secrets and cut to what SQS takes, so that a failing channel can't lose them.
 * @throws what SQS throws: the look is then not over, and its triggers come again
 */
export const tellByQueue =
  (client: SQSClient, queueUrl: string) =>
  async (outcome: Outcome): Promise<void> => {
    if (!outcome.pool || !isNews(outcome)) return;
    const forms = lengths.map((longest) => () => visibleOutcome(outcome, longest));
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: messageWithin(forms) }));
  };
