import { inert } from './inert.ts';
import { messageFrame } from './message-frame.ts';
import { paint } from './paint.ts';

/** A mail as a mail client shows it, in a frame for a terminal of so many columns. */
export const mailText = (to: string, subject: string, body: string, columns?: number): string =>
  messageFrame(
    'Mail',
    [
      `${paint.faint('To')}       ${inert(to)}`,
      `${paint.faint('Subject')}  ${paint.strong(inert(subject))}`,
      '',
      ...body.trimEnd().split('\n').map(inert),
    ],
    columns,
  );
