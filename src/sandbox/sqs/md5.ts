import { createHash } from 'node:crypto';
import { isObject, type JsonObject, stringAt } from '../json.ts';

/** The MD5 that SQS answers for a message body and that an SDK compares. */
export function md5OfBody(body: string): string {
  return createHash('md5').update(body).digest('hex');
}

/**
 * The MD5 of message attributes: each name, type and value in order of name, each with its length before it.
 *
 * @returns undefined where there are no attributes: SQS then answers none.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
export function md5OfAttributes(attributes: JsonObject): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  for (const name of names) {
    const attribute = attributes[name];
    if (!isObject(attribute)) continue;
    const type = stringAt(attribute, 'DataType') ?? 'String';
    hash.update(withLength(Buffer.from(name))).update(withLength(Buffer.from(type)));
    const binary = stringAt(attribute, 'BinaryValue');
    if (binary === undefined) {
      hash.update(Buffer.from([1])).update(withLength(Buffer.from(stringAt(attribute, 'StringValue') ?? '')));
    } else {
      hash.update(Buffer.from([2])).update(withLength(Buffer.from(binary, 'base64')));
    }
  }
  return hash.digest('hex');
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
