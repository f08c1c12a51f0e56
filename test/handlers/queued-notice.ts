import type { SQSClient } from '@aws-sdk/client-sqs';
import { aQueue } from '../support/a-queue.ts';

/**
 * Hands something on to a queue of its own, and takes the message off.
 * @returns its body; undefined where none came
 */
export const queuedNotice = async (
  handOn: (sqs: SQSClient, queueUrl: string) => Promise<void>,
): Promise<string | undefined> => {
  const { sqs, queue, taken } = await aQueue();
  const url = await queue('notices');
  await handOn(sqs, url);
  const [body] = await taken(url);
  return body;
};
