import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { longestDelay } from '../change/longest-delay.ts';

/**
 * Sends a message to the queue `notices` by on-notice itself: what waits for the end of quiet hours or of a window.
 * @throws what SQS throws: the message must then be taken again
 */
export const againByQueue =
  (client: SQSClient, queueUrl: string) =>
  async (body: string, seconds: number): Promise<void> => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: body,
        DelaySeconds: Math.min(longestDelay, Math.max(0, Math.ceil(seconds))),
      }),
    );
  };

/**
 * Puts a message among the dead letters of the queue `notices` with the reason beside it, whole, for a redrive.
 * @throws what SQS throws: the message must then be taken again
 */
export const giveUpByQueue =
  (client: SQSClient, deadLettersUrl: string) =>
  async (body: string, reason: string): Promise<void> => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: deadLettersUrl,
        MessageBody: body,
        // SQS takes no control character in an attribute: SendMessage, Amazon SQS API reference.
        MessageAttributes: {
          reason: {
            DataType: 'String',
            StringValue: reason.replace(/\p{C}/gu, ' ').slice(0, 1000) || 'none',
          },
        },
      }),
    );
  };
