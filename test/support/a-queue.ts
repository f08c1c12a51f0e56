import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { aClock } from './a-clock.ts';

/** Queues in a sandbox of their own, closed when the test is over, on a clock that stands still. */
export const aQueue = async () => {
  const clock = aClock();
  const sandbox = await startSandbox({ homeRegion: 'eu-west-1', now: clock.now });
  onTestFinished(() => sandbox.close());
  const sqs = new SQSClient({
    endpoint: sandbox.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIALIFEGUARD', secretAccessKey: 'sandbox' },
    maxAttempts: 1,
  });
  return {
    sqs,
    clock,
    sandbox,
    /** Makes a queue. @returns its URL */
    queue: async (name: string): Promise<string> => {
      const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
      return QueueUrl;
    },
    /** Takes every message off a queue that can be had by now, as text. */
    taken: async (QueueUrl: string): Promise<readonly string[]> => {
      const bodies: string[] = [];
      for (;;) {
        const { Messages: messages = [] } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
        );
        if (messages.length === 0) return bodies;
        for (const { Body: body = '', ReceiptHandle } of messages) {
          bodies.push(body);
          await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        }
      }
    },
  };
};
