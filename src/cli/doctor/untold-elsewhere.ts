import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { counted } from '../report/counted.ts';
import { inert } from '../report/inert.ts';
import { askAws, NotAnswered } from './ask-aws.ts';
import { lookedAt, type Way } from './way.ts';

/**
 * Whether each of these Regions holds calls that its rule could not forward home, of which nobody was told, or has lost
 * the queue for them.
 * @param queue its name, the same in each
 */
export const untoldElsewhere = (
  regions: readonly string[],
  queue: string,
  accountId: string,
): Promise<readonly Way[]> =>
  Promise.all(regions.map((region) => lookedAt(region, () => untoldIn(region, queue, accountId))));

const untoldIn = async (region: string, queue: string, accountId: string): Promise<Way> => {
  const closed = (why: string, todo: string): Way => ({
    kind: 'closed',
    why: `${inert(region)} ${why}`,
    todo,
  });
  // The host goes by the SDK's settings.
  const client = new SQSClient({ region, useQueueUrlAsEndpoint: false });
  const QueueUrl = `https://sqs.${region}.amazonaws.com/${accountId}/${queue}`;
  try {
    const { Attributes } = await askAws(
      'sqs:GetQueueAttributes',
      client.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
      ),
    );
    const messages = Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    return messages === 0
      ? { kind: 'open' }
      : closed(
          `holds ${counted(messages, 'message')} in ${inert(queue)}, of which nobody was told`,
          'docs/operations.md, Tampering untold',
        );
  } catch (error) {
    if (error instanceof NotAnswered && error.code === 'QueueDoesNotExist')
      return closed(`has no queue ${inert(queue)} for what can't be told`, 'find out who deleted it');
    throw error;
  }
};
