import type { ChatMessage } from '../../notify/chat-message.ts';
import { inert } from './inert.ts';
import { messageFrame } from './message-frame.ts';
import { paint } from './paint.ts';

const entities: { readonly [entity: string]: string } = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Client markdown as Slack shows it: bold, code and named links; entities are what they stand for. */
const shown = (markdown: string): string =>
  inert(markdown)
    .replace(/<(https:[^|>]+)\|([^>]+)>/g, (_, _url, label: string) => paint.name(label))
    .replace(/`([^`]+)`/g, (_, code: string) => paint.warning(code))
    .replace(/\*([^*\s][^*]*)\*/g, (_, bold: string) => paint.strong(bold))
    .replace(/&(lt|gt|amp);/g, (entity) => entities[entity] ?? entity);

/** A chat message as its readers see it in Slack, in a frame for the terminal. */
export const chatText = ({ content }: ChatMessage): string =>
  messageFrame('Slack · #security', [
    paint.strong(shown(content.title)),
    ...content.description.split('\n').map(shown),
    paint.strong('Next steps'),
    ...content.nextSteps.map((step, index) => `${index + 1}. ${shown(step)}`),
  ]);
