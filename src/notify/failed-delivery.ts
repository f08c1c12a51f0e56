import type { Channel, Delivery } from './delivery.ts';
import { isRetryable } from './is-retryable.ts';

type Failed = Extract<Delivery, { kind: 'failed' }>;

/** A sentence from AWS, short enough for a log line. */
const reasonOf = (code: string, message: string): string =>
  `${code}: ${message}`.slice(0, 500).toWellFormed();

/**
 * A delivery that AWS refused, under its code.
 * @param retryable true where the same call may succeed later
 */
export const refusedDelivery = (
  channel: Channel,
  code: string,
  message: string,
  retryable: boolean,
): Failed => ({ kind: 'failed', channel, retryable, reason: reasonOf(code, message) });

/** A delivery whose call ended with an exception, whatever was thrown. */
export const failedDelivery = (channel: Channel, thrown: unknown): Failed => {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return refusedDelivery(channel, error.name, error.message, isRetryable(error));
};
