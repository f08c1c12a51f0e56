import { answered, refused } from '../answer.ts';
import { isObject, type Json, objectAt, stringAt, stringsAt } from '../json.ts';
import type { Queue, QueueSettings } from './queue.ts';
import { noSuchQueue, type QueueOperation, type SqsOperation, type SqsWorld } from './sqs.ts';

/** CreateQueue: the same name again gives the same queue. Standard queues only. */
export const createQueue: SqsOperation = (world, call) => {
  const name = stringAt(call.input, 'QueueName') ?? '';
  if (!/^[A-Za-z0-9_-]{1,80}$/.test(name)) {
    return refused(
      'InvalidParameterValue',
      'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
    );
  }
  const attributes = objectAt(call.input, 'Attributes');
  const known = world.queues.get(call.region, name);
  const queue = known ?? world.queues.create(call.region, name);
  if (!known || Object.keys(attributes).length > 0) {
    const settings = settingsFrom(attributes, queue.settings);
    if (settings === undefined)
      return refused('InvalidAttributeValue', 'Invalid value for the parameter RedrivePolicy.');
    queue.settings = settings;
  }
  return answered({ QueueUrl: urlOf(world, queue) });
};

/** GetQueueUrl: the address of a queue by name. */
export const getQueueUrl: SqsOperation = (world, call) => {
  const queue = world.queues.get(call.region, stringAt(call.input, 'QueueName') ?? '');
  return queue ? answered({ QueueUrl: urlOf(world, queue) }) : noSuchQueue();
};

/** ListQueues: the addresses of the Region's queues, by prefix. */
export const listQueues: SqsOperation = (world, call) => {
  const prefix = stringAt(call.input, 'QueueNamePrefix') ?? '';
  const named = world.queues.list(call.region).filter(({ name }) => name.startsWith(prefix));
  return answered({ QueueUrls: named.map((queue) => urlOf(world, queue)) });
};

/** GetQueueAttributes: settings and counts, all as strings. */
export const getQueueAttributes: QueueOperation = (world, call, queue) => {
  const { visibilityTimeout, delaySeconds, redrive } = queue.settings;
  const counts = queue.counts(world.now().getTime());
  const attributes: Record<string, string> = {
    QueueArn: queue.arn,
    VisibilityTimeout: String(visibilityTimeout),
    DelaySeconds: String(delaySeconds),
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    ...(redrive ? { RedrivePolicy: JSON.stringify(redrive) } : {}),
  };
  const asked = stringsAt(call.input, 'AttributeNames');
  const shown = Object.entries(attributes).filter(([name]) => asked.includes('All') || asked.includes(name));
  return answered({ Attributes: Object.fromEntries(shown) });
};

/** PurgeQueue: empties the queue. */
export const purgeQueue: QueueOperation = (_world, _call, queue) => {
  queue.purge();
  return answered();
};

function urlOf(world: SqsWorld, queue: Queue): string {
  return `${world.url()}/${world.accountId}/${queue.name}`;
}

function settingsFrom(
  attributes: { readonly [name: string]: Json },
  before: QueueSettings,
): QueueSettings | undefined {
  const policy = attributes.RedrivePolicy;
  const redrive = typeof policy === 'string' && policy !== '' ? redriveFrom(policy) : before.redrive;
  if (typeof policy === 'string' && policy !== '' && redrive === undefined) return undefined;
  return {
    visibilityTimeout: Number(attributes.VisibilityTimeout ?? before.visibilityTimeout),
    delaySeconds: Number(attributes.DelaySeconds ?? before.delaySeconds),
    ...(redrive ? { redrive } : {}),
  };
}

function redriveFrom(policy: string): QueueSettings['redrive'] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(policy);
  } catch {
    return undefined;
  }
  if (!isObject(parsed)) return undefined;
  const deadLetterTargetArn = stringAt(parsed, 'deadLetterTargetArn');
  const maxReceiveCount = Number(parsed.maxReceiveCount);
  if (deadLetterTargetArn === undefined || !Number.isInteger(maxReceiveCount) || maxReceiveCount < 1)
    return undefined;
  return { deadLetterTargetArn, maxReceiveCount };
}
