import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Channel, Sender } from './delivery.ts';
import { failedDelivery } from './failed-delivery.ts';
import { snsMessage } from './sns-message.ts';

/** One topic as a way out: one Publish for each notice, for all subscribers. */
export const snsSender = (client: SNSClient, topicArn: string, channel: Channel): Sender => ({
  channel,
  send: async (notice) => {
    try {
      const message = snsMessage(notice);
      const { MessageId } = await client.send(new PublishCommand({ TopicArn: topicArn, ...message }));
      return { kind: 'sent', channel, messageId: MessageId ?? '' };
    } catch (error) {
      return failedDelivery(channel, error);
    }
  },
});
