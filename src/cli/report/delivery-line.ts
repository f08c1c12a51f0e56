import type { ChatMessage } from '../../notify/chat-message.ts';
import { chatTokens } from './chat-tokens.ts';
import type { DeliveredMessage } from './delivery-text.ts';
import { inert } from './inert.ts';
import { paint } from './paint.ts';

/** A delivered message in a line: to whom, and what it is about. */
export const deliveryLine = ({ protocol, endpoint, subject, body }: DeliveredMessage): string => {
  if (protocol === 'email') return told(`Mail to ${inert(endpoint)}`, inert(subject ?? ''));
  const { Message } = JSON.parse(body) as { readonly Message: string };
  const { content } = JSON.parse(Message) as ChatMessage;
  return told(
    'Slack #security',
    chatTokens(inert(content.title))
      .map(({ text }) => text)
      .join(''),
  );
};

const told = (where: string, what: string): string => `  ${paint.faint('→')} ${paint.strong(where)}: ${what}`;
