import { createHash } from 'node:crypto';
import { chatLines } from './chat-lines.ts';
import { chatLink } from './chat-link.ts';
import { chatListing } from './chat-listing.ts';
import { chatSetting } from './chat-setting.ts';
import { chatStep } from './chat-step.ts';
import { chatWords } from './chat-words.ts';
import { chatProse, cutTo } from './escape.ts';
import { linesWithin } from './lines-within.ts';
import type { Step } from './next-steps.ts';
import type { Notice } from './notice.ts';
import type { Section } from './section.ts';
import { severityMark } from './severity-mark.ts';

/** A custom notification of Amazon Q Developer in chat applications, for Slack and Microsoft Teams. */
export interface ChatMessage {
  readonly version: '1.0';
  readonly source: 'custom';
  readonly id: string;
  readonly content: {
    readonly textType: 'client-markdown';
    readonly title: string;
    readonly description: string;
    readonly nextSteps: readonly string[];
    readonly keywords: readonly string[];
  };
  readonly metadata: {
    readonly threadId: string;
    readonly summary: string;
    readonly eventType: `pool-policy-${Notice['about']}`;
    readonly relatedResources: readonly string[];
    readonly additionalContext: { readonly [key: string]: string };
    readonly enableCustomActions: false;
  };
}

/** AWS publishes no limits for single members; these keep within Slack's own for headers and sections. */
const longestTitle = 150;
const longestDescription = 2500;
const longestLink = 250;

const sectionLine = ({ label, lines }: Section): string =>
  `*${label}* ${chatLines(lines, { each: 250, all: 400 }).join(' · ')}`;

const description = (notice: Notice): string => {
  const links = notice.links
    .filter(({ url }) => url.length <= longestLink)
    .slice(0, 2)
    .map(chatLink);
  const summary = chatWords(notice.summary, 600);
  const footer = notice.footer === undefined ? [] : [chatWords(notice.footer, 300)];
  const facts = linesWithin(notice.sections.map(sectionLine), 1000 - footer.join('').length, 'fact');
  const last = [...facts, ...links, ...footer];
  const taken = [summary, ...last].join('\n').length;
  const room = longestDescription - taken;
  const rows = notice.settings.map((row) => `• ${chatSetting(row)}`);
  // Notices with a listing have no settings.
  const settings = linesWithin(rows, room, 'setting');
  const listed = chatListing(notice.listing, room, { afterTitle: ': ', between: ' · ' });
  return [summary, ...settings, ...listed, ...last].join('\n');
};

/** The first four of many, and the last one: it has the way back. */
const fewSteps = (steps: readonly Step[]): readonly Step[] =>
  steps.length <= 5 ? steps : [...steps.slice(0, 4), ...steps.slice(-1)];

const stepLine = (step: Step): string => {
  const { sentence, link, commands } = chatStep(step);
  return [sentence, ...link, ...(commands.length === 0 ? [] : [commands.join(' · ')])].join(' ');
};

/**
 * A notice as Amazon Q Developer takes it from an SNS topic. Anything outside this schema it drops in silence.
 * Source of the schema: custom notifications, Amazon Q Developer in chat applications administrator guide.
 */
export const chatMessage = (notice: Notice): ChatMessage => ({
  version: '1.0',
  source: 'custom',
  id: cutTo(notice.id.toWellFormed(), 100, ''),
  content: {
    textType: 'client-markdown',
    title: chatWords([`${severityMark(notice)} `, ...notice.headline], longestTitle),
    description: description(notice),
    // Of a text of marks alone nothing is left, and Amazon Q drops a message with an empty step.
    nextSteps: fewSteps(notice.steps)
      .map(stepLine)
      .filter((step) => step.trim() !== ''),
    keywords: [
      ...new Set([notice.kind, notice.severity, ...notice.keywords.map((name) => chatProse(name, 60))]),
    ]
      .filter((keyword) => keyword !== '')
      .slice(0, 8),
  },
  metadata: {
    threadId: createHash('sha256').update(notice.thread.toWellFormed()).digest('hex').slice(0, 32),
    summary: chatWords(notice.headline, longestTitle),
    eventType: `pool-policy-${notice.about}`,
    relatedResources: notice.pools.filter((arn) => /^arn:[\w:/-]{1,200}$/.test(arn)).slice(0, 10),
    additionalContext: {
      outcome: notice.kind,
      severity: notice.severity,
      noticeId: cutTo(notice.id.toWellFormed(), 100, ''),
    },
    enableCustomActions: false,
  },
});
