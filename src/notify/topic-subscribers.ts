import { GetTopicAttributesCommand, type SNSClient } from '@aws-sdk/client-sns';

/**
 * Who is subscribed to a topic. SNS counts only roughly, and with a delay: GetTopicAttributes, Amazon SNS API reference.
 * @throws what SNS throws, and where it gives no count
 */
export const topicSubscribers =
  (client: SNSClient) =>
  async (topicArn: string): Promise<{ readonly confirmed: number; readonly pending: number }> => {
    const { Attributes = {} } = await client.send(new GetTopicAttributesCommand({ TopicArn: topicArn }));
    const { SubscriptionsConfirmed, SubscriptionsPending } = Attributes;
    const counts = { confirmed: Number(SubscriptionsConfirmed), pending: Number(SubscriptionsPending ?? 0) };
    if (!Number.isInteger(counts.confirmed))
      throw new Error(`SNS gave no count of subscribers of ${topicArn}.`);
    return counts;
  };
