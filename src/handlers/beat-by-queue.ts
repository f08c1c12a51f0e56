import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Heartbeat } from '../sweep/heartbeat.ts';

/** Puts a heartbeat on the queue `notices`. @throws what SQS throws: the sweep's last step is then taken again */
export const beatByQueue =
  (client: SQSClient, queueUrl: string) =>
  async (heartbeat: Heartbeat): Promise<void> => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(heartbeat) }));
  };
