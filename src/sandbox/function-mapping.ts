import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import type { InFlight } from './in-flight.ts';
import { isObject, objectsAt, stringAt } from './json.ts';
import { md5OfBody } from './sqs/md5.ts';
import type { Queue, Received } from './sqs/queue.ts';
import type { Queues } from './sqs/queues.ts';
import { systemAttributes } from './sqs/receiving.ts';

/** A Lambda function as an SQS event source calls it; what it resolves to is read for `batchItemFailures`. */
export type QueueFunction = (event: SQSEvent, context: Context) => Promise<unknown>;

/** One run of a function, for whoever wants to see what became of it. */
export interface Invocation {
  readonly functionName: string;
  readonly event: SQSEvent;
  readonly result:
    | { readonly kind: 'returned'; readonly value: unknown }
    | { readonly kind: 'threw'; readonly error: unknown };
}

export interface MappingOptions {
  readonly queue: Queue;
  readonly handler: QueueFunction;
  readonly functionName: string;
  readonly batchSize: number;
  readonly maximumConcurrency: number;
}

export interface MappingWorld {
  readonly queues: Queues;
  readonly inFlight: InFlight;
  readonly accountId: string;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly onInvocation: (invocation: Invocation) => void;
}

/** A mapping at work. */
export interface Mapping {
  /** Looks whether there is something to hand over. */
  poll(): void;
  stop(): void;
}

/**
 * Maps a queue to a function, as a Lambda event source mapping with ReportBatchItemFailures does: what succeeded is
 * deleted, what failed comes back, and past maxReceiveCount goes to the dead-letter queue.
 *
 * Here a failed message comes back at once, so that nobody waits out a visibility timeout. From a queue without a
 * dead-letter queue it would come back for ever: that one waits its timeout.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function mapQueueToFunction(world: MappingWorld, options: MappingOptions): Mapping {
  const { queue, batchSize, maximumConcurrency } = options;
  let running = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const take = () => {
    while (running < maximumConcurrency && !stopped) {
      const batch = world.queues.receive(queue, batchSize);
      if (batch.length === 0) return waitForHidden();
      running += 1;
      world.inFlight.run(async () => {
        await invoke(world, options, batch);
        running -= 1;
        take();
      });
    }
  };
  const waitForHidden = () => {
    const now = world.now().getTime();
    const next = queue.nextVisibleAt(now);
    clearTimeout(timer);
    if (next !== undefined) timer = setTimeout(poll, next - now).unref();
  };
  // A turn later, so that messages sent together are received together.
  const poll = () => world.inFlight.run(async () => Promise.resolve().then(take));
  world.queues.onArrival(queue, poll);
  poll();
  return {
    poll,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

async function invoke(
  world: MappingWorld,
  options: MappingOptions,
  batch: readonly Received[],
): Promise<void> {
  const { queue, handler, functionName } = options;
  const event: SQSEvent = { Records: batch.map((received) => recordOf(received, queue)) };
  let failed: readonly string[];
  try {
    const value = await handler(event, contextFor(world, options));
    failed = failedItems(value, batch);
    world.onInvocation({ functionName, event, result: { kind: 'returned', value } });
  } catch (error) {
    failed = batch.map(({ message }) => message.id);
    world.onInvocation({ functionName, event, result: { kind: 'threw', error } });
  }
  for (const { message, receiptHandle } of batch) {
    if (!failed.includes(message.id)) queue.delete(receiptHandle);
    else if (queue.settings.redrive) queue.changeVisibility(receiptHandle, 0, world.now().getTime());
  }
}

/** Lambda takes a report that names an unknown message, or none by its id, for the failure of the whole batch. */
function failedItems(value: unknown, batch: readonly Received[]): readonly string[] {
  const all = batch.map(({ message }) => message.id);
  const parsed: unknown = JSON.parse(JSON.stringify(value ?? null));
  if (!isObject(parsed)) return [];
  const named = objectsAt(parsed, 'batchItemFailures').map((item) => stringAt(item, 'itemIdentifier') ?? '');
  return named.every((id) => all.includes(id)) ? named : all;
}

function recordOf(received: Received, queue: Queue): SQSRecord {
  const { message, receiptHandle } = received;
  const attributes = systemAttributes(received);
  return {
    messageId: message.id,
    receiptHandle,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: attributes.ApproximateReceiveCount ?? '1',
      SentTimestamp: attributes.SentTimestamp ?? '0',
      SenderId: attributes.SenderId ?? '',
      ApproximateFirstReceiveTimestamp: attributes.ApproximateFirstReceiveTimestamp ?? '0',
    },
    messageAttributes: {},
    md5OfBody: md5OfBody(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: queue.region,
  };
}

/** The part of Lambda's context that functions read; 30 seconds always remain. */
function contextFor(world: MappingWorld, { functionName, queue }: MappingOptions): Context {
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${queue.region}:${world.accountId}:function:${functionName}`,
    memoryLimitInMB: '512',
    awsRequestId: world.newId(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'sandbox',
    getRemainingTimeInMillis: () => 30_000,
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}
