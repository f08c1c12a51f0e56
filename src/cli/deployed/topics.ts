import { CreateTopicCommand, type SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import type { Owner } from '../../policy/owner.ts';

type Subscriber = readonly [protocol: string, endpoint: string];

const topicOf = async (sns: SNSClient, name: string, subscribers: readonly Subscriber[]): Promise<string> => {
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: name }));
  for (const [Protocol, Endpoint] of subscribers)
    await sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint }));
  return TopicArn;
};

const mail: Subscriber = ['email', 'security@example.com'];

const securityTeam: readonly Subscriber[] = [mail, ['https', 'https://global.sns-api.chatbot.amazonaws.com']];

/** How the names of owners' topics begin. */
const ownerTopic = 'owner-';

/** The ARNs of a deployment's topics. */
export interface Topics {
  readonly notices: string;
  readonly urgent: string;
  readonly tampering: string;
  /** How those of owners begin; the owner's name follows. */
  readonly ownerTopicPrefix: string;
}

/** Two topics with a mail and a chat subscriber each, one for mail alone, and one for each owner who has addresses. */
export const createTopics = async (sns: SNSClient, owners: readonly Owner[]): Promise<Topics> => {
  const notices = await topicOf(sns, 'notices', securityTeam);
  const urgent = await topicOf(sns, 'urgent', securityTeam);
  const tampering = await topicOf(sns, 'tampering', [mail]);
  for (const { name, emails } of owners)
    if (emails.length > 0)
      await topicOf(
        sns,
        `${ownerTopic}${name}`,
        emails.map((email): Subscriber => ['email', email]),
      );
  return { notices, urgent, tampering, ownerTopicPrefix: notices.replace(/[^:]+$/, ownerTopic) };
};
