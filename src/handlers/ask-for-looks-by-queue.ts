import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { lookMessage } from '../change/look-request.ts';
import type { DelayedLook, Sweeper } from '../sweep/sweeper.ts';

/** How many messages a batch holds. Source: SendMessageBatch, Amazon SQS API reference. */
const mostMessages = 10;

/**
 * Asks for looks on the queue of pool changes, each with its delay.
 * @throws where SQS took not every message; those that it took come up all the same, and do no harm twice
 */
export const askForLooksByQueue =
  (client: SQSClient, queueUrl: string): Sweeper['askForLooks'] =>
  async (looks) => {
    for (let start = 0; start < looks.length; start += mostMessages) {
      const { Failed: failed = [] } = await client.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: looks.slice(start, start + mostMessages).map(entryOf),
        }),
      );
      const [first] = failed;
      if (first)
        throw new Error(
          `SQS refused ${failed.length} messages of a batch: ${first.Code} ${first.Message ?? ''}`,
        );
    }
  };

const entryOf = ({ pool, cause, seconds }: DelayedLook, index: number) => ({
  Id: String(index),
  MessageBody: lookMessage({ pool, ...(cause && { cause }) }),
  DelaySeconds: seconds,
});
