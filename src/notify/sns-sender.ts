import { PublishCommand, type SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import type { Channel, Sender } from './delivery.ts';
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
const isRetryable = (error: unknown): boolean => {
  if (!(error instanceof SNSServiceException)) return true;
  const status = error.$metadata.httpStatusCode ?? 500;
  return status >= 500 || status === 429 || [...passing].some((name) => error.name.startsWith(name));
};

/** One topic as a way out: one Publish for each notice, for all subscribers. */
export const snsSender = (
  client: SNSClient,
  topicArn: string,
  channel: Exclude<Channel, 'webhook' | 'events' | 'security-hub'>,
): Sender => ({
  channel,
  send: async (notice) => {
    try {
      const message = snsMessage(notice);
      const { MessageId } = await client.send(new PublishCommand({ TopicArn: topicArn, ...message }));
      return { kind: 'sent', channel, messageId: MessageId ?? '' };
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      const reason = `${name}: ${message}`.slice(0, 500).toWellFormed();
      return { kind: 'failed', channel, retryable: isRetryable(error), reason };
    }
  },
});
