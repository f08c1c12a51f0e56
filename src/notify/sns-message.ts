import { chatMessage } from './chat-message.ts';
import { emailText } from './email-text.ts';
import type { Notice } from './notice.ts';
import { noticeEventWithin } from './notice-event-within.ts';

/** What Publish takes besides the topic. */
export interface SnsMessage {
  readonly Subject: string;
  readonly Message: string;
  readonly MessageStructure: 'json';
}

/** SNS takes 262,144 bytes for all bodies together (Publish, API reference); the rest is left for the subject. */
const mostBytes = 262_144 - 1024;

/**
 * One Publish for all subscribers of a topic, each protocol with its own body: `email` and `default` for
 * people, `https` for Amazon Q Developer, `lambda` and `sqs` for machines. Only the machines' copy is cut to
 * make room, and says so; the others keep limits of their own.
 * Source: MessageStructure, Amazon SNS API reference: every value must be a string, or nobody gets anything.
 */
export const snsMessage = (notice: Notice): SnsMessage => {
  const email = emailText(notice);
  const https = JSON.stringify(chatMessage(notice));
  const messageWith = (event: string): string =>
    JSON.stringify({ default: email.body, email: email.body, https, lambda: event, sqs: event });
  const event = noticeEventWithin(notice, (json) => Buffer.byteLength(messageWith(json)) < mostBytes);
  return { Subject: email.subject, Message: messageWith(event), MessageStructure: 'json' };
};
