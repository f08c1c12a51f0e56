import { answered, type Refused, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { defined, type JsonObject, numberAt, objectAt, objectsAt, stringAt } from '../json.ts';
import { md5OfAttributes, md5OfBody } from './md5.ts';
import type { Queue } from './queue.ts';
import type { QueueOperation, SqsWorld } from './sqs.ts';

/** A message, and a whole batch, may have 1 MiB: docs.aws.amazon.com/AWSSimpleQueueService, "message quotas". */
const LARGEST = 1_048_576;

/** What SQS doesn't take: whatever is no character of XML 1.0. */
const UNSENDABLE = /(?![\t\n\r\u0080-\u009F])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/** SendMessage. */
export const sendMessage: QueueOperation = (world, call, queue) => {
  const broken = unsendable(call.input);
  return broken ?? answered(send(world, call, queue, call.input));
};

/** SendMessageBatch: up to ten, each accepted or refused by itself. */
export const sendMessageBatch: QueueOperation = (world, call, queue) => {
  const entries = objectsAt(call.input, 'Entries');
  const broken = brokenBatch(entries);
  if (broken) return broken;
  if (entries.reduce((sum, entry) => sum + sizeOf(entry), 0) > LARGEST) {
    return refused('BatchRequestTooLong', `Batch requests cannot be longer than ${LARGEST} bytes.`);
  }
  const successful: JsonObject[] = [];
  const failed: JsonObject[] = [];
  for (const entry of entries) {
    const Id = stringAt(entry, 'Id') ?? '';
    const refusal = unsendable(entry);
    if (refusal) failed.push({ Id, Code: refusal.code, Message: refusal.message, SenderFault: true });
    else successful.push({ Id, ...send(world, call, queue, entry) });
  }
  return answered({ Successful: successful, Failed: failed });
};

/** SQS's rules for the entries of any batch, or undefined. */
export function brokenBatch(entries: readonly JsonObject[]): Refused | undefined {
  const ids = entries.map((entry) => stringAt(entry, 'Id') ?? '');
  if (ids.length === 0) {
    return refused('EmptyBatchRequest', 'There should be at least one entry in the request.');
  }
  if (ids.length > 10) {
    return refused('TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10.');
  }
  if (new Set(ids).size < ids.length) {
    return refused('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  }
  if (ids.some((id) => !/^[A-Za-z0-9_-]{1,80}$/.test(id))) {
    return refused(
      'InvalidBatchEntryId',
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores.',
    );
  }
  return undefined;
}

function unsendable(entry: JsonObject): Refused | undefined {
  const body = stringAt(entry, 'MessageBody') ?? '';
  if (body === '') return refused('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (sizeOf(entry) > LARGEST) {
    return refused(
      'InvalidParameterValue',
      `One or more parameters are invalid. Message must be shorter than ${LARGEST} bytes.`,
    );
  }
  if (UNSENDABLE.test(body))
    return refused(
      'InvalidMessageContents',
      'Invalid characters found. Valid unicode characters are those of XML 1.0',
    );
  const delay = numberAt(entry, 'DelaySeconds') ?? 0;
  if (delay < 0 || delay > 900) {
    return refused(
      'InvalidParameterValue',
      `Value ${delay} for parameter DelaySeconds is invalid. Must be between 0 and 900.`,
    );
  }
  return undefined;
}

function sizeOf(entry: JsonObject): number {
  return Buffer.byteLength(stringAt(entry, 'MessageBody') ?? '');
}

function send(world: SqsWorld, call: Call, queue: Queue, entry: JsonObject): JsonObject {
  const attributes = objectAt(entry, 'MessageAttributes');
  const delaySeconds = numberAt(entry, 'DelaySeconds');
  const message = world.queues.send(queue, stringAt(entry, 'MessageBody') ?? '', {
    attributes,
    senderId: call.identity.userId,
    ...(delaySeconds === undefined ? {} : { delaySeconds }),
  });
  return defined({
    MessageId: message.id,
    MD5OfMessageBody: md5OfBody(message.body),
    MD5OfMessageAttributes: md5OfAttributes(attributes),
  });
}
