import { type Answer, answered, type Refused, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { isObject, stringAt } from '../json.ts';
import type { SnsWorld } from './sns.ts';
import type { Delivery, Subscription } from './topics.ts';

/** SDK documentation of Publish: 262,144 bytes, the JSON of all protocols together. */
const LARGEST = 262_144;

/** What each protocol gets; `default` where it isn't named. */
interface Messages {
  readonly texts: { readonly [protocol: string]: string };
}

/** Publish: one delivery for each confirmed subscription. */
export function publish(world: SnsWorld, call: Call): Answer {
  const topicArn = stringAt(call.input, 'TopicArn') ?? stringAt(call.input, 'TargetArn') ?? '';
  if (!world.topics.has(topicArn)) return refused('NotFound', 'Topic does not exist', 404);
  const message = stringAt(call.input, 'Message') ?? '';
  const subject = stringAt(call.input, 'Subject');
  const broken = brokenSubject(subject) ?? brokenSize(message);
  if (broken) return broken;
  const messages = messagesFrom(message, stringAt(call.input, 'MessageStructure'));
  if ('kind' in messages) return messages;
  return answered({ MessageId: handOut(world, topicArn, { messages, subject, at: call.at }) });
}

/** What a rule of EventBridge publishes: a text without a subject; nobody hears of it where the topic is gone. */
export function publishText(world: SnsWorld, topicArn: string, text: string, at: Date): void {
  handOut(world, topicArn, { messages: { texts: { default: text } }, subject: undefined, at });
}

/** One delivery for each confirmed subscription. */
function handOut(
  world: SnsWorld,
  topicArn: string,
  { messages, subject, at }: { messages: Messages; subject: string | undefined; at: Date },
): string {
  const messageId = world.newId();
  for (const subscription of world.topics.subscriptions(topicArn)) {
    if (subscription.confirmed) world.deliver(deliveryTo(subscription, messages, subject, messageId, at));
  }
  return messageId;
}

/** SDK documentation of Publish: text without line breaks and control characters, at most 100 of them. */
function brokenSubject(subject: string | undefined): Refused | undefined {
  if (subject === undefined) return undefined;
  const sound = subject.length >= 1 && subject.length <= 100 && !/[\p{Cc}\u2028\u2029]/u.test(subject);
  return sound && !/^\s/.test(subject)
    ? undefined
    : refused('InvalidParameter', 'Invalid parameter: Subject');
}

function brokenSize(message: string): Refused | undefined {
  if (message === '') return refused('InvalidParameter', 'Invalid parameter: Empty message');
  if (Buffer.byteLength(message) <= LARGEST) return undefined;
  return refused('InvalidParameter', 'Invalid parameter: Message too long');
}

function messagesFrom(message: string, structure: string | undefined): Messages | Refused {
  if (structure === undefined) return { texts: { default: message } };
  if (structure !== 'json') return refused('InvalidParameter', 'Invalid parameter: MessageStructure');
  let parsed: unknown;
  try {
    parsed = JSON.parse(message);
  } catch {
    return refused(
      'InvalidParameter',
      'Invalid parameter: Message Structure - JSON message body failed to parse',
    );
  }
  const messages: Record<string, string> = {};
  for (const [protocol, text] of isObject(parsed) ? Object.entries(parsed) : []) {
    if (typeof text !== 'string') {
      return refused(
        'InvalidParameter',
        `Invalid parameter: Message Structure - Value of ${protocol} must be a string`,
      );
    }
    messages[protocol] = text;
  }
  if (messages.default !== undefined) return { texts: messages };
  return refused(
    'InvalidParameter',
    'Invalid parameter: Message Structure - No default entry in JSON message body',
  );
}

function deliveryTo(
  subscription: Subscription,
  { texts }: Messages,
  subject: string | undefined,
  messageId: string,
  at: Date,
): Delivery {
  const { protocol, endpoint, topicArn } = subscription;
  const message = texts[protocol] ?? texts.default ?? '';
  // `email` and `sms` get the text itself; every other protocol gets SNS's envelope around it.
  const plain = protocol === 'email' || protocol === 'sms';
  const envelope = {
    Type: 'Notification',
    MessageId: messageId,
    TopicArn: topicArn,
    ...(subject === undefined ? {} : { Subject: subject }),
    Message: message,
    Timestamp: at.toISOString(),
  };
  return {
    at,
    topicArn,
    messageId,
    protocol,
    endpoint,
    subject,
    body: plain ? message : JSON.stringify(envelope),
  };
}
