import { answered, refused } from '../answer.ts';
import { defined, type JsonObject, numberAt, objectsAt, stringAt } from '../json.ts';
import { md5OfAttributes, md5OfBody } from './md5.ts';
import type { Received } from './queue.ts';
import { brokenBatch } from './sending.ts';
import type { QueueOperation } from './sqs.ts';

/** ReceiveMessage: up to ten visible messages. It answers at once: WaitTimeSeconds isn't waited. */
export const receiveMessage: QueueOperation = (world, call, queue) => {
  const most = numberAt(call.input, 'MaxNumberOfMessages') ?? 1;
  if (most < 1 || most > 10) {
    return refused(
      'InvalidParameterValue',
      `Value ${most} for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.`,
    );
  }
  const received = world.queues.receive(queue, most, numberAt(call.input, 'VisibilityTimeout'));
  return answered({ Messages: received.map(show) });
};

/** DeleteMessage: a handle that was valid once is accepted again, as on AWS. */
export const deleteMessage: QueueOperation = (_world, call, queue) => {
  queue.delete(stringAt(call.input, 'ReceiptHandle') ?? '');
  return answered();
};

/** DeleteMessageBatch: up to ten at once. */
export const deleteMessageBatch: QueueOperation = (_world, call, queue) => {
  const entries = objectsAt(call.input, 'Entries');
  const broken = brokenBatch(entries);
  if (broken) return broken;
  for (const entry of entries) queue.delete(stringAt(entry, 'ReceiptHandle') ?? '');
  return answered({ Successful: entries.map((entry) => ({ Id: stringAt(entry, 'Id') ?? '' })), Failed: [] });
};

/** ChangeMessageVisibility: 0 lets the message come back at once. */
export const changeMessageVisibility: QueueOperation = (world, call, queue) => {
  const seconds = numberAt(call.input, 'VisibilityTimeout') ?? 0;
  const handle = stringAt(call.input, 'ReceiptHandle') ?? '';
  if (!queue.changeVisibility(handle, seconds, world.now().getTime())) {
    return refused('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
  }
  world.queues.arrived(queue);
  return answered();
};

/** The system attributes of a received message, as ReceiveMessage and Lambda show them. */
export function systemAttributes({ message, receiveCount, firstReceivedAt }: Received): {
  readonly [name: string]: string;
} {
  return {
    ApproximateReceiveCount: String(receiveCount),
    SentTimestamp: String(message.sentAt),
    SenderId: message.senderId,
    ApproximateFirstReceiveTimestamp: String(firstReceivedAt),
  };
}

function show(received: Received): JsonObject {
  const { message, receiptHandle } = received;
  const attributes = Object.keys(message.attributes).length > 0 ? message.attributes : undefined;
  return defined({
    MessageId: message.id,
    ReceiptHandle: receiptHandle,
    Body: message.body,
    MD5OfBody: md5OfBody(message.body),
    Attributes: systemAttributes(received),
    MessageAttributes: attributes,
    MD5OfMessageAttributes: md5OfAttributes(message.attributes),
  });
}
