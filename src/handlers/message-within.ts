import { inertJson } from '../notify/inert-json.ts';

/** The largest message, in bytes. Source: SendMessage, Amazon SQS API reference. */
const mostBytes = 262_144;

/**
 * The first of several forms of the same news that SQS takes: a message that it refuses would never be told.
 * @param forms from the fullest to the shortest, which is taken whatever its size
 */
export const messageWithin = (forms: readonly (() => object)[]): string => {
  let message = '';
  for (const form of forms) {
    message = inertJson(form());
    if (Buffer.byteLength(message) <= mostBytes) break;
  }
  return message;
};
