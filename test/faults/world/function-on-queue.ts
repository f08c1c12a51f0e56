import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Queue, Received } from '../../../src/sandbox/sqs/queue.ts';
import type { Queues } from '../../../src/sandbox/sqs/queues.ts';
import type { Chance } from './chance.ts';
import { accountId, region } from './cognito-in-time.ts';
import { type Life, lifeIn } from './life.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Weather } from './weather.ts';

/** Makes the handler of one process. */
export type ProcessOf = (life: Life) => (event: SQSEvent, context: Context) => Promise<unknown>;

interface Mapping {
  readonly functionName: string;
  readonly queue: Queue;
  readonly batchSize: number;
  readonly maximumConcurrency: number;
  readonly timeoutSeconds: number;
  readonly processOf: ProcessOf;
}

interface Surroundings {
  readonly queues: Queues;
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly weather: Weather;
  readonly newId: () => string;
  readonly died: (functionName: string, step: string) => void;
}

/**
 * A Lambda function behind a queue, as an event source mapping with ReportBatchItemFailures calls it: what succeeded
 * is deleted; what failed comes back when its visibility timeout is over, and so does all that a process had when it
 * was gone.
 */
export const functionOnQueue = (around: Surroundings, mapping: Mapping): void => {
  const { queues, time, chance } = around;
  const { queue, batchSize, maximumConcurrency } = mapping;
  let running = 0;
  let wakesAt: number | undefined;
  const take = (): void => {
    while (running < maximumConcurrency) {
      const batch = queues.receive(queue, batchSize);
      if (batch.length === 0) {
        waitForHidden();
        return;
      }
      running += 1;
      // The time that it takes to start: what was sent meanwhile is in another batch.
      time.after(chance.between(5, 60), () => {
        void invoke(around, mapping, batch).then(() => {
          running -= 1;
          take();
        });
      });
    }
  };
  const waitForHidden = (): void => {
    const now = time.now().getTime();
    const next = queue.nextVisibleAt(now);
    if (next === undefined || (wakesAt !== undefined && wakesAt > now && wakesAt <= next)) return;
    wakesAt = next;
    time.after(next - now, take);
  };
  // Messages that come together are taken together.
  queues.onArrival(queue, () => time.after(chance.between(1, 20), take));
};

const invoke = async (
  { queues, time, chance, weather, newId, died }: Surroundings,
  { functionName, queue, timeoutSeconds, processOf }: Mapping,
  batch: readonly Received[],
): Promise<void> => {
  const life = lifeIn(time, chance, weather, (step) => died(functionName, step));
  const deadline = time.now().getTime() + timeoutSeconds * 1000;
  time.after(timeoutSeconds * 1000, () => life.end('at its timeout'));
  const context = contextOf(functionName, newId(), () => deadline - time.now().getTime());
  const event: SQSEvent = { Records: batch.map((received) => recordOf(received, queue)) };
  const all = batch.map(({ message }) => message.id);
  const failed = await Promise.race([
    processOf(life)(event, context).then(
      (value) => failedIn(value),
      () => all,
    ),
    life.gone.then(() => all),
  ]);
  life.complete();
  for (const { message, receiptHandle } of batch) {
    if (failed.includes(message.id)) continue;
    queue.delete(receiptHandle);
    if (!chance.happens(weather.share('messageTwice'))) continue;
    queue.send(message, time.now().getTime(), chance.between(1, 900));
    queues.arrived(queue);
  }
};

const failedIn = (value: unknown): readonly string[] =>
  (
    value as { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] }
  ).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

const recordOf = ({ message, receiptHandle, receiveCount }: Received, queue: Queue): SQSRecord => ({
  messageId: message.id,
  receiptHandle,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(receiveCount),
    SentTimestamp: String(message.sentAt),
    SenderId: message.senderId,
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: queue.arn,
  awsRegion: region,
});

const contextOf = (functionName: string, awsRequestId: string, timeLeft: () => number): Context =>
  ({
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${region}:${accountId}:function:${functionName}`,
    memoryLimitInMB: '512',
    awsRequestId,
    getRemainingTimeInMillis: timeLeft,
  }) as Context;
