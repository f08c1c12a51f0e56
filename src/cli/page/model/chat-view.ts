import type { ChatMessage } from '../../../notify/chat-message.ts';
import { poolRefFromArn } from '../../../pool/pool-ref.ts';
import type { Delivery } from '../../../sandbox/sns/topics.ts';
import { chatTokens } from '../../report/chat-tokens.ts';
import { inert } from '../../report/inert.ts';
import type { ChatLine, ChatView } from '../page-data.ts';
import { shown } from './shown.ts';

const line = (markdown: string): ChatLine => chatTokens(inert(markdown));

const isText = (value: unknown): value is string => typeof value === 'string';

/** The message in SNS's envelope; undefined where Amazon Q would drop what is in it. */
const messageIn = (body: string): Pick<ChatMessage, 'content' | 'metadata'> | undefined => {
  try {
    const { Message } = JSON.parse(body) as { readonly Message: string };
    const message = JSON.parse(Message) as ChatMessage;
    const { title, description, nextSteps } = message.content;
    const { threadId, relatedResources } = message.metadata;
    const isSound = [title, description, threadId, ...nextSteps, ...relatedResources].every(isText);
    return message.version === '1.0' && message.source === 'custom' && isSound ? message : undefined;
  } catch {
    return undefined;
  }
};

/**
 * A chat message that SNS handed to Amazon Q, as Slack shows it.
 * @param titleOf what people call the pool of an ARN
 * @returns undefined for anything that isn't a custom notification, which Amazon Q drops
 */
export const chatView = (
  { at, body }: Delivery,
  id: string,
  titleOf: (region: string, poolId: string) => string | undefined,
): ChatView | undefined => {
  const message = messageIn(body);
  if (!message) return undefined;
  const { content, metadata } = message;
  const [arn, ...others] = metadata.relatedResources;
  const pool = arn !== undefined && others.length === 0 ? poolRefFromArn(arn) : undefined;
  return {
    id,
    at: at.toISOString(),
    thread: shown(metadata.threadId),
    about: (pool && (titleOf(pool.region, pool.id) ?? shown(pool.id))) ?? 'the account',
    title: line(content.title),
    lines: content.description.split('\n').map(line),
    steps: content.nextSteps.map(line),
  };
};
