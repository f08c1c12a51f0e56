import { ListSubscriptionsByTopicCommand, SNSClient, type Subscription } from '@aws-sdk/client-sns';
import { inert } from '../report/inert.ts';
import { askAws } from './ask-aws.ts';
import { type Check, ok, unknown, wrong } from './check.ts';
import type { DeployedParts } from './deployed-parts.ts';

/** The subscribers of the topics, by the topic's name in the template. */
export type Listeners = { readonly [topic: string]: readonly Subscription[] };

/** Asks SNS who is subscribed. @throws NotAnswered */
export const listenersOf = async (
  { topics }: Pick<DeployedParts, 'topics'>,
  region: string,
): Promise<Listeners> => {
  const client = new SNSClient({ region });
  const listeners: { [topic: string]: readonly Subscription[] } = {};
  for (const [topic, TopicArn] of Object.entries(topics)) {
    const found: Subscription[] = [];
    let NextToken: string | undefined;
    do {
      const page = await askAws(
        'sns:ListSubscriptionsByTopic',
        client.send(new ListSubscriptionsByTopicCommand({ TopicArn, NextToken })),
      );
      found.push(...(page.Subscriptions ?? []));
      NextToken = page.NextToken;
    } while (NextToken);
    listeners[topic] = found;
  }
  return listeners;
};

/** SNS writes this in place of an ARN: API reference of ListSubscriptionsByTopic. */
const isConfirmed = ({ SubscriptionArn }: Subscription): boolean =>
  SubscriptionArn?.startsWith('arn:') === true;

/** Whether somebody hears on each topic, and nobody who was asked has not answered. */
export const subscriptionsCheck = (
  listeners: Listeners,
  { organization }: Pick<DeployedParts, 'organization'>,
): Check => {
  const name = 'subscriptions';
  const deaf = Object.keys(listeners).filter((topic) => !listeners[topic]?.some(isConfirmed));
  const pending = Object.entries(listeners).flatMap(([topic, subscribed]) =>
    subscribed.filter((one) => !isConfirmed(one)).map(({ Endpoint = '' }) => `${inert(Endpoint)} (${topic})`),
  );
  const todo =
    'Have it confirmed by the link that SNS mailed; after two days the link is dead: subscribe again, docs/deploy.md.';
  if (deaf.length > 0 && pending.length === 0 && organization?.kind === 'member')
    return ok(name, 'The centre of the organization tells people: nobody has to be subscribed here.');
  if (deaf.length > 0)
    return wrong(
      name,
      `Nobody hears what is told on ${deaf.join(' and ')}${pending.length > 0 ? `; not confirmed: ${pending.join(', ')}` : ''}.`,
      pending.length > 0 ? todo : 'Deploy with --param="emails=…", or subscribe somebody: docs/deploy.md.',
    );
  if (pending.length > 0) return wrong(name, `Not confirmed: ${pending.join(', ')}.`, todo);
  return ok(name, 'All topics have subscribers, and all have confirmed.');
};

/** Where Amazon Q Developer in chat applications is subscribed: its administrator guide. */
const chat = /^https:\/\/global\.sns-api\.chatbot\.amazonaws\.com(\/|$)/;

/** What rules publish on the others is a text for people, which Amazon Q would drop. */
const topicsForChat: readonly string[] = ['NoticesTopic', 'UrgentTopic'];

/** Whether Amazon Q gets what is told on both topics of notices, where a channel was asked for or it was subscribed by hand. */
export const chatCheck = (listeners: Listeners, { slack }: Pick<DeployedParts, 'slack'>): Check => {
  const name = 'Amazon Q';
  const todo = 'Connect the workspace to Amazon Q Developer in chat applications: docs/deploy.md.';
  const by = Object.entries(listeners)
    .filter(([topic]) => topicsForChat.includes(topic))
    .map(([topic, subscribed]) => ({
      topic,
      found: subscribed.filter(({ Protocol, Endpoint = '' }) => Protocol === 'https' && chat.test(Endpoint)),
    }));
  const missing = by.filter(({ found }) => !found.some(isConfirmed)).map(({ topic }) => topic);
  const anywhere = by.some(({ found }) => found.length > 0);
  if (!anywhere && !slack) return ok(name, 'Not asked for: no chat channel is part of this deployment.');
  if (missing.length === 0) return ok(name, 'Amazon Q is subscribed to both topics.');
  if (by.length === 0) return unknown(name, 'This deployment has no topics.', todo);
  return wrong(name, `Amazon Q does not get what is told on ${missing.join(' and ')}.`, todo);
};
