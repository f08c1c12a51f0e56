import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { AwsAccount } from '../aws-account.ts';
import { isOwnQueue } from '../is-own-queue.ts';
import { counted } from '../report/counted.ts';
import { inert } from '../report/inert.ts';
import { askAws } from './ask-aws.ts';
import { type Check, ok, wrong } from './check.ts';
import type { DeployedParts } from './deployed-parts.ts';

const name = 'dead letters';

/** The heading of docs/operations.md about each. */
const pages: { readonly [queue: string]: string } = {
  PoolChangesDeadLetters: 'pool-changes-dead-letters',
  SweepsDeadLetters: 'sweeps-dead-letters',
  NoticesDeadLetters: 'notices-dead-letters',
  TamperingDeadLetters: 'tampering-dead-letters',
};

/** Whether there is anything that could not be looked at or told. */
export const deadLettersCheck = async (
  { deadLetters }: Pick<DeployedParts, 'deadLetters'>,
  { accountId, region }: Pick<AwsAccount, 'accountId' | 'region'>,
): Promise<Check> => {
  const foreign = Object.values(deadLetters).filter((url) => !isOwnQueue(url, accountId));
  if (foreign.length > 0)
    return wrong(
      name,
      `The parameter of the parts names queues that are not of this account: ${inert(foreign.join(', '))}.`,
      'Find out who wrote that, and deploy again.',
    );
  const client = new SQSClient({ region, useQueueUrlAsEndpoint: false });
  const full: { readonly queue: string; readonly count: number }[] = [];
  for (const [queue, QueueUrl] of Object.entries(deadLetters)) {
    const { Attributes } = await askAws(
      'sqs:GetQueueAttributes',
      client.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
      ),
    );
    const count = Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    if (count > 0) full.push({ queue, count });
  }
  if (full.length === 0) return ok(name, 'The queues of dead letters are empty.');
  return wrong(
    name,
    `${full.map(({ queue, count }) => `${queue} holds ${counted(count, 'message')}`).join('; ')}.`,
    `docs/operations.md, ${full.map(({ queue }) => pages[queue] ?? queue).join(', ')}${full.some(({ queue }) => queue === 'NoticesDeadLetters') ? '; notices go out again with: lifeguard redrive' : ''}`,
  );
};
