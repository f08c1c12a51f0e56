import { chatMessage } from './chat-message.ts';
import { emailText } from './email-text.ts';
import type { Notice } from './notice.ts';
import { type EventLimits, noticeEvent } from './notice-event.ts';

/** What Publish takes besides the topic. */
export interface SnsMessage {
  readonly Subject: string;
  readonly Message: string;
  readonly MessageStructure: 'json';
}

/** SNS takes 262,144 bytes for all bodies together (Publish, API reference); the rest is left for the subject. */
const mostBytes = 262_144 - 1024;

/** Tried in this order; the last one fits whatever the notice holds. */
const ladder: readonly EventLimits[] = [
  { text: 20_000, items: 1000 },
  { text: 2_000, items: 200 },
  { text: 500, items: 60 },
  { text: 100, items: 12 },
  { text: 40, items: 1 },
];

/**
 * One Publish for all subscribers of a topic, each protocol with its own body: `email` and `default` for
 * people, `https` for Amazon Q Developer, `lambda` and `sqs` for machines. Only the machines' copy is cut to
 * make room, and says so; the others keep limits of their own.
 * Source: MessageStructure, Amazon SNS API reference: every value must be a string, or nobody gets anything.
 */
export const snsMessage = (notice: Notice): SnsMessage => {
  const email = emailText(notice);
  const https = JSON.stringify(chatMessage(notice));
  const messageWithin = (limits: EventLimits): string => {
    const event = JSON.stringify(noticeEvent(notice, limits));
    return JSON.stringify({ default: email.body, email: email.body, https, lambda: event, sqs: event });
  };
  let Message = '';
  for (const limits of ladder) {
    Message = messageWithin(limits);
    if (Buffer.byteLength(Message) < mostBytes) break;
  }
  return { Subject: email.subject, Message, MessageStructure: 'json' };
};
