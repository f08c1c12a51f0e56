import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { inertJson } from '../notify/inert-json.ts';
import { noticeOf } from '../notify/outcome-notice.ts';
import { visibleOutcome } from '../notify/visible-outcome.ts';
import type { Outcome } from '../remediation/outcome.ts';

/** The largest message, in bytes. Source: SendMessage, Amazon SQS API reference. */
export const mostBytes = 262_144;

/** How long texts from outside may be, tried in this order: a message that SQS refuses would never be told. */
export const textLengths = [1000, 250, 60] as const;

const messageOf = (outcome: Outcome): string => {
  let message = '';
  for (const longest of textLengths) {
    message = inertJson(visibleOutcome(outcome, longest));
    if (Buffer.byteLength(message) <= mostBytes) break;
  }
  return message;
};

/**
 * Puts outcomes that people must know on the queue `notices`, without secrets and cut to what SQS takes, so that a failing channel can't lose them.
 * @throws what SQS throws: the look is then not over, and its triggers come again
 */
export const tellByQueue =
  (client: SQSClient, queueUrl: string) =>
  async (outcome: Outcome): Promise<void> => {
    if (noticeOf(outcome, {}) === undefined) return;
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: messageOf(outcome) }));
  };
