import type { ChatMessage } from '../../notify/chat-message.ts';
import { type ChatToken, chatTokens } from './chat-tokens.ts';
import { inert } from './inert.ts';
import { messageFrame } from './message-frame.ts';
import { paint } from './paint.ts';

const painted = ({ text, marks }: ChatToken): string => {
  if (marks.includes('link') || marks.includes('mention')) return paint.link(text);
  if (marks.includes('code')) return paint.warning(text);
  return marks.includes('bold') ? paint.strong(text) : text;
};

/** Client markdown as Slack shows it: bold, code and named links; entities are what they stand for. */
const shown = (markdown: string): string => chatTokens(inert(markdown)).map(painted).join('');

/** A chat message as its readers see it in Slack, in a frame for a terminal of so many columns. */
export const chatText = ({ content }: ChatMessage, columns?: number): string =>
  messageFrame(
    'Slack · #security',
    [
      paint.strong(shown(content.title)),
      ...content.description.split('\n').map(shown),
      paint.strong('Next steps'),
      ...content.nextSteps.map((step, index) => `${index + 1}. ${shown(step)}`),
    ],
    columns,
  );
