import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { sweepMessage } from '../sweep/sweep-message.ts';
import type { Sweeper } from '../sweep/sweeper.ts';

/** Sends a sweep's message to the queue of sweeps itself. @throws what SQS throws: the message before it comes again */
export const sweepLaterByQueue =
  (client: SQSClient, queueUrl: string): Sweeper['later'] =>
  async (message, seconds) => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: sweepMessage(message),
        DelaySeconds: seconds,
      }),
    );
  };
