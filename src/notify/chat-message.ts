import { createHash } from 'node:crypto';
import { showValue } from '../pool/setting-value.ts';
import { chatWords } from './chat-words.ts';
import { chatProse, chatValue, cutTo } from './escape.ts';
import { linesWithin } from './lines-within.ts';
import type { Link } from './links.ts';
import type { Step } from './next-steps.ts';
import type { Notice } from './notice.ts';
import type { NoticeSetting } from './notice-setting.ts';
import type { Section } from './section.ts';

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
const longestStep = 300;
const longestLink = 250;
const longestCommand = 250;

const sectionLine = ({ label, lines }: Section): string =>
  `*${label}* ${linesWithin(
    lines.map((line) => chatWords(line, 250)),
    400,
    'line',
  ).join(' · ')}`;

const settingLine = (row: NoticeSetting): string => {
  const [found, required, now] = [showValue(row.found), row.required.join(' and '), showValue(row.now)];
  return `• \`${row.setting}\`: found ${chatValue(found, 60)}, required ${chatValue(required, 80)}, now ${chatValue(now, 60)}`;
};

/** Notices with a listing have no settings. */
const listed = ({ listing }: Notice, room: number): readonly string[] =>
  listing === undefined
    ? []
    : linesWithin(
        listing.blocks.map(
          ({ title, lines }) =>
            `• ${chatWords(title, 150)}: ${linesWithin(
              lines.map((line) => chatWords(line, 200)),
              500,
              'line',
            ).join(' · ')}`,
        ),
        room,
        listing.noun,
        listing.omitted,
      );

const chatLink = (link: Link): string => `<${link.url.replaceAll('&', '&amp;')}|${link.label}>`;

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
  const settings = linesWithin(notice.settings.map(settingLine), longestDescription - taken, 'setting');
  return [summary, ...settings, ...listed(notice, longestDescription - taken), ...last].join('\n');
};

/** The first four of many, and the last one: it has the way back. */
const fewSteps = (steps: readonly Step[]): readonly Step[] =>
  steps.length <= 5 ? steps : [...steps.slice(0, 4), ...steps.slice(-1)];

const stepLine = ({ text, url, commands = [] }: Step): string => {
  const link = url === undefined ? [] : [chatLink({ label: 'how to ask', url })];
  return [
    chatWords(text, longestStep),
    ...link,
    ...commands.map((command) => chatValue(command, longestCommand)),
  ].join(' ');
};

/**
 * A notice as Amazon Q Developer takes it from an SNS topic. Anything outside this schema it drops in silence.
 * Source of the schema: custom notifications, Amazon Q Developer in chat applications administrator guide.
 */
export const chatMessage = (notice: Notice): ChatMessage => {
  const mark = `${notice.urgent ? 'URGENT, ' : ''}${notice.severity.toUpperCase()}`;
  return {
    version: '1.0',
    source: 'custom',
    id: cutTo(notice.id.toWellFormed(), 100, ''),
    content: {
      textType: 'client-markdown',
      title: chatWords([`[${mark}] `, ...notice.headline], longestTitle),
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
  };
};
