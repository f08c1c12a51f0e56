import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { longestDelay } from '../change/longest-delay.ts';
import { lookMessage } from '../change/look-request.ts';
import type { World } from '../world.ts';

/**
 * Has a pool looked at again by a message to the queue of pool changes itself; its causes wait in the ledger.
 * @throws what SQS throws: the look is then not over, and its triggers come again
 */
export const laterByQueue =
  (client: SQSClient, queueUrl: string): World['later'] =>
  async (pool, seconds) => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: lookMessage({ pool }),
        DelaySeconds: Math.min(longestDelay, Math.max(0, Math.ceil(seconds))),
      }),
    );
  };
