/**
 * Codes of refusals that pass by themselves although their status is 4xx, and of what an API tells in an answer of 200
 * to a call for several things: throttles under each service's own name, and a service that broke.
 * Sources: common errors, Amazon SNS API reference; PutEventsResultEntry, Amazon EventBridge API reference;
 * LimitExceededException, AWS Security Hub API reference ("throttling limits").
 */
const passing =
  /^(KMS)?Thrott|^TooManyRequests|^(Request)?LimitExceeded|^RequestT(hrottled|imeout)|^Internal|^ServiceUnavailable/;

/** True for the code of a refusal that the same call may not meet later. */
export const isRetryableCode = (code: string): boolean => passing.test(code);

const statusOf = (error: Error): unknown =>
  '$metadata' in error && typeof error.$metadata === 'object' && error.$metadata !== null
    ? (error.$metadata as { readonly httpStatusCode?: unknown }).httpStatusCode
    : undefined;

/** True where the same call may succeed later: it got no answer that can be read, or one with 429, 5xx or a throttle. */
export const isRetryable = (error: Error): boolean => {
  const status = statusOf(error);
  if (typeof status !== 'number' || status < 400) return true;
  return status >= 500 || status === 429 || isRetryableCode(error.name);
};
