import { type Answer, type Refused, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { stringAt } from '../json.ts';
import { startMessageMoveTask } from './move-task.ts';
import type { Queue } from './queue.ts';
import { createQueue, getQueueAttributes, getQueueUrl, listQueues, purgeQueue } from './queue-operations.ts';
import type { Queues } from './queues.ts';
import { changeMessageVisibility, deleteMessage, deleteMessageBatch, receiveMessage } from './receiving.ts';
import { sendMessage, sendMessageBatch } from './sending.ts';

/** What SQS's operations work on. */
export interface SqsWorld {
  readonly queues: Queues;
  readonly accountId: string;
  readonly url: () => string;
  readonly now: () => Date;
}

/** One SQS operation that needs no queue yet. */
export type SqsOperation = (world: SqsWorld, call: Call) => Answer;

/** One SQS operation on the queue that its QueueUrl names. */
export type QueueOperation = (world: SqsWorld, call: Call, queue: Queue) => Answer;

const OPERATIONS: { readonly [operation: string]: SqsOperation } = {
  CreateQueue: createQueue,
  GetQueueUrl: getQueueUrl,
  ListQueues: listQueues,
  StartMessageMoveTask: startMessageMoveTask,
};

const QUEUE_OPERATIONS: { readonly [operation: string]: QueueOperation } = {
  GetQueueAttributes: getQueueAttributes,
  PurgeQueue: purgeQueue,
  SendMessage: sendMessage,
  SendMessageBatch: sendMessageBatch,
  ReceiveMessage: receiveMessage,
  DeleteMessage: deleteMessage,
  DeleteMessageBatch: deleteMessageBatch,
  ChangeMessageVisibility: changeMessageVisibility,
};

/** SQS's refusal for a queue that isn't there; the SDK knows it as QueueDoesNotExist. */
export function noSuchQueue(): Refused {
  return refused('QueueDoesNotExist', 'The specified queue does not exist.');
}

/** Runs one SQS call. */
export function runSqs(world: SqsWorld, call: Call): Answer {
  const operation = Object.hasOwn(OPERATIONS, call.operation) ? OPERATIONS[call.operation] : undefined;
  if (operation) return operation(world, call);
  const onQueue = Object.hasOwn(QUEUE_OPERATIONS, call.operation)
    ? QUEUE_OPERATIONS[call.operation]
    : undefined;
  if (!onQueue) return refused('UnknownOperationException', `Unknown operation: ${call.operation}`);
  const url = stringAt(call.input, 'QueueUrl');
  if (url === undefined)
    return refused('MissingParameter', 'The request must contain the parameter QueueUrl.');
  const queue = world.queues.get(call.region, url.split('/').at(-1) ?? '');
  return queue ? onQueue(world, call, queue) : noSuchQueue();
}
