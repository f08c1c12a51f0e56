import { PublishCommand, type SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import type { Delivery } from './delivery.ts';
import type { Notice } from './notice.ts';
import { snsMessage } from './sns-message.ts';

/** Refusals that pass by themselves although their status is 4xx. Source: common errors, Amazon SNS API reference. */
const passing = new Set([
  'Throttling',
  'ThrottledException',
  'ThrottlingException',
  'KMSThrottling',
  'RequestTimeout',
]);

/** A call that got no answer may succeed later; so may one that AWS answered with 429, 5xx or a throttle. */
const isRetryable = (error: Error): boolean => {
  if (!(error instanceof SNSServiceException)) return true;
  const status = error.$metadata.httpStatusCode ?? 500;
  return status >= 500 || status === 429 || [...passing].some((name) => error.name.startsWith(name));
};

/**
 * Publishes a notice to a topic, once; trying again is the caller's.
 * @returns what became of it; a refusal by AWS or a lost connection is a value, not an exception
 */
export const publishNotice = async (
  client: SNSClient,
  topicArn: string,
  notice: Notice,
): Promise<Delivery> => {
  const message = snsMessage(notice);
  try {
    const { MessageId } = await client.send(new PublishCommand({ TopicArn: topicArn, ...message }));
    return { kind: 'sent', channel: 'notices', messageId: MessageId ?? '' };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const reason = `${error.name}: ${error.message}`.slice(0, 500).toWellFormed();
    return { kind: 'failed', channel: 'notices', retryable: isRetryable(error), reason };
  }
};
