import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { noticeOf } from '../notify/notice.ts';
import type { Outcome } from '../remediation/outcome.ts';

/**
 * Puts outcomes that people must know on the queue `notices`, whole, so that a failing channel can't lose them.
 * @throws what SQS throws: the look is then not over, and its triggers come again
 */
export const tellByQueue =
  (client: SQSClient, queueUrl: string) =>
  async (outcome: Outcome): Promise<void> => {
    if (noticeOf(outcome, {}) === undefined) return;
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(outcome) }));
  };
