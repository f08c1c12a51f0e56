import { busEvent } from '../../notify/bus-event.ts';
import { chatMessage } from '../../notify/chat-message.ts';
import { type EmailText, emailText } from '../../notify/email-text.ts';
import type { Notice } from '../../notify/notice.ts';
import { securityFindings } from '../../notify/security-finding.ts';
import { slackMessage } from '../../notify/slack-message.ts';
import type { AudienceName } from '../audience-names.ts';
import { chatText } from './chat-text.ts';
import { inert } from './inert.ts';

/** What one kind of reader gets of a notice. */
export interface Audience {
  /** What is sent, as JSON. */
  readonly json: (notice: Notice) => unknown;
  /** As its reader sees it, at a terminal of so many columns; absent where the reader is a program, which sees the JSON. */
  readonly text?: (notice: Notice, columns?: number) => string;
}

/** An audience of people, who see something else than what is sent. */
const people = <Message>(
  render: (notice: Notice) => Message,
  show: (message: Message, columns?: number) => string,
): Audience => ({ json: render, text: (notice, columns) => show(render(notice), columns) });

const plainMail = ({ subject, body }: EmailText): string =>
  [`Subject: ${subject}`, '', ...body.trimEnd().split('\n')].map(inert).join('\n');

/** Everybody who can be told. */
export const audiences: { readonly [name in AudienceName]: Audience } = {
  email: people(emailText, plainMail),
  slack: people(chatMessage, chatText),
  webhook: { json: slackMessage },
  event: { json: busEvent },
  asff: { json: securityFindings },
};
