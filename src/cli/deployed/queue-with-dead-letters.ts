import { CreateQueueCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { deadLettersOf, sandboxRegion } from './sandbox-settings.ts';

/**
 * A queue as serverless.yml has it, but for the time that a message stays away: somebody is waiting for it.
 * @returns its URL
 */
export const queueWithDeadLetters = async (
  sqs: SQSClient,
  { accountId }: Sandbox,
  name: string,
): Promise<string> => {
  await sqs.send(new CreateQueueCommand({ QueueName: deadLettersOf(name) }));
  const deadLetterTargetArn = `arn:aws:sqs:${sandboxRegion}:${accountId}:${deadLettersOf(name)}`;
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 8 });
  const { QueueUrl = '' } = await sqs.send(
    new CreateQueueCommand({ QueueName: name, Attributes: { RedrivePolicy } }),
  );
  return QueueUrl;
};
