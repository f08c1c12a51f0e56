import type { ChatMessage } from '../../notify/chat-message.ts';
import { chatText } from './chat-text.ts';
import { mailText } from './mail-text.ts';

/** What a topic handed to one subscriber. */
export interface DeliveredMessage {
  readonly protocol: string;
  readonly endpoint: string;
  readonly subject: string | undefined;
  readonly body: string;
}

/**
 * A delivered message as its reader sees it: a mail, or the chat message in SNS's envelope.
 * @param columns of the terminal; absent where there is none
 */
export const deliveryText = (
  { protocol, endpoint, subject, body }: DeliveredMessage,
  columns?: number,
): string => {
  if (protocol === 'email') return mailText(endpoint, subject ?? '', body, columns);
  const { Message } = JSON.parse(body) as { readonly Message: string };
  return chatText(JSON.parse(Message) as ChatMessage, columns);
};
