import { type Answer, answered, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { stringAt } from '../json.ts';
import { publish } from './publish.ts';
import type { Delivery, Subscription, Topics } from './topics.ts';

/** What SNS's operations work on. */
export interface SnsWorld {
  readonly topics: Topics;
  readonly accountId: string;
  /** Whether a subscription by mail or https waits for its owner's confirmation. */
  readonly confirmSubscriptions: 'at-once' | 'by-hand';
  readonly newId: () => string;
  readonly deliver: (delivery: Delivery) => void;
}

/** Runs one SNS call. */
export function runSns(world: SnsWorld, call: Call): Answer {
  switch (call.operation) {
    case 'CreateTopic':
      return createTopic(world, call);
    case 'ListTopics':
      return answered({ Topics: world.topics.list(call.region).map((TopicArn) => ({ TopicArn })) });
    case 'Subscribe':
      return subscribe(world, call);
    case 'ListSubscriptionsByTopic':
      return listSubscriptionsByTopic(world, call);
    case 'GetTopicAttributes':
      return getTopicAttributes(world, call);
    case 'Publish':
      return publish(world, call);
    default:
      return refused('InvalidAction', `The action ${call.operation} is not valid for this web service.`);
  }
}

function createTopic(world: SnsWorld, call: Call): Answer {
  const name = stringAt(call.input, 'Name') ?? '';
  if (!/^[A-Za-z0-9_-]{1,256}$/.test(name))
    return refused('InvalidParameter', 'Invalid parameter: Topic Name');
  const TopicArn = `arn:aws:sns:${call.region}:${world.accountId}:${name}`;
  world.topics.add(TopicArn);
  return answered({ TopicArn });
}

/** Protocols whose endpoint is a stranger's until they confirm. */
const CONFIRMED_BY_OWNER = ['email', 'email-json', 'http', 'https'];

function subscribe(world: SnsWorld, call: Call): Answer {
  const topicArn = stringAt(call.input, 'TopicArn') ?? '';
  const protocol = stringAt(call.input, 'Protocol') ?? '';
  const endpoint = stringAt(call.input, 'Endpoint') ?? '';
  if (!world.topics.has(topicArn)) return refused('NotFound', 'Topic does not exist', 404);
  if (!['email', 'email-json', 'http', 'https', 'sms', 'sqs', 'lambda'].includes(protocol)) {
    return refused(
      'InvalidParameter',
      `Invalid parameter: Does not support this protocol string: ${protocol}`,
    );
  }
  if (endpoint === '') return refused('InvalidParameter', 'Invalid parameter: Endpoint');
  const confirmed = world.confirmSubscriptions === 'at-once' || !CONFIRMED_BY_OWNER.includes(protocol);
  const subscription: Subscription = {
    arn: `${topicArn}:${world.newId()}`,
    topicArn,
    protocol,
    endpoint,
    confirmed,
  };
  world.topics.subscribe(subscription);
  return answered({ SubscriptionArn: confirmed ? subscription.arn : 'pending confirmation' });
}

function listSubscriptionsByTopic(world: SnsWorld, call: Call): Answer {
  const topicArn = stringAt(call.input, 'TopicArn') ?? '';
  if (!world.topics.has(topicArn)) return refused('NotFound', 'Topic does not exist', 404);
  const shown = world.topics.subscriptions(topicArn).map(({ arn, protocol, endpoint, confirmed }) => ({
    SubscriptionArn: confirmed ? arn : 'PendingConfirmation',
    Owner: world.accountId,
    Protocol: protocol,
    Endpoint: endpoint,
    TopicArn: topicArn,
  }));
  return answered({ Subscriptions: shown });
}

/** Of all attributes those that the sandbox has values for. */
function getTopicAttributes(world: SnsWorld, call: Call): Answer {
  const topicArn = stringAt(call.input, 'TopicArn') ?? '';
  if (!world.topics.has(topicArn)) return refused('NotFound', 'Topic does not exist', 404);
  const subscriptions = world.topics.subscriptions(topicArn);
  const confirmed = subscriptions.filter((subscription) => subscription.confirmed).length;
  const attributes = {
    TopicArn: topicArn,
    Owner: world.accountId,
    SubscriptionsConfirmed: String(confirmed),
    SubscriptionsPending: String(subscriptions.length - confirmed),
    SubscriptionsDeleted: '0',
  };
  const entry = Object.entries(attributes).map(([key, value]) => ({ key, value }));
  return answered({ Attributes: { entry } });
}
