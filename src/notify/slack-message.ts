import { type Block, context, fields, header, section } from './block-kit.ts';
import { chatLines } from './chat-lines.ts';
import { chatLink } from './chat-link.ts';
import { chatListing } from './chat-listing.ts';
import { chatSetting } from './chat-setting.ts';
import { chatStep } from './chat-step.ts';
import { chatWords } from './chat-words.ts';
import { chatPlain, chatValue, cutTo, oneLine } from './escape.ts';
import { linesWithin } from './lines-within.ts';
import type { Step } from './next-steps.ts';
import type { Notice } from './notice.ts';
import type { NoticeSetting } from './notice-setting.ts';
import type { Section } from './section.ts';
import { severityMark } from './severity-mark.ts';
import { showWords } from './words.ts';

/** What an incoming webhook of Slack takes. */
export interface SlackMessage {
  /** For notifications and screen readers; Slack shows the blocks. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/**
 * In UTF-16 units. Slack takes 150 in a header, 3,000 in a section and 2,000 in a field (Block Kit reference), and
 * about 12,000 in all blocks together, for which it refuses the whole message (slackapi/bolt-js, issues 2509 and 2867).
 * These are less than 10,500 together.
 */
const longest = {
  header: 150,
  where: 400,
  summary: 1200,
  settings: 2500,
  fact: 700,
  facts: 2500,
  steps: 2300,
  links: 1200,
};

/** Of ten that Slack takes, the last may be how many were left out. */
const mostFields = 10;

/** Values are cut more the more of them there are, so that the result and the pool stand in the header whole. */
const headerText = (notice: Notice): string => {
  const shown = (each: number): string =>
    `${severityMark(notice)} ${showWords(notice.headline, ({ text }) => cutTo(oneLine(text), each, '…'))}`;
  const fitting = [60, 40].map(shown).find((text) => text.length <= longest.header);
  return chatPlain(fitting ?? shown(24), longest.header);
};

const isPlace = ({ label }: Section): boolean => label === 'Where';

/** A webhook's messages can't stand in one thread, so each says first which pool or account it is about. */
const whereText = ({ sections }: Notice): string =>
  sections
    .filter(isPlace)
    .map(({ lines }) => chatLines(lines, { each: 250, all: longest.where }).join(' · '))
    .join(' · ');

const settingLine = (row: NoticeSetting): string =>
  `${row.fixed ? '✅' : row.refused === undefined ? '⚠️' : '⛔'} ${chatSetting(row)}`;

/** Notices with a listing have no settings. */
const foundText = ({ settings, listing }: Notice): string =>
  [
    ...linesWithin(settings.map(settingLine), longest.settings, 'setting'),
    ...chatListing(listing, longest.settings, { afterTitle: '\n     ', between: '\n     ' }),
  ].join('\n');

/** The last step has the way back: it is never among those that are left out. */
const stepsText = (steps: readonly Step[]): string => {
  const shown = steps.map((step, index) => {
    const { sentence, link, commands } = chatStep(step);
    const kept = link.filter((markup) => markup.length <= longest.links / 2);
    return [[`${index + 1}. ${sentence}`, ...kept].join(' '), ...commands.map((text) => `     ${text}`)].join(
      '\n',
    );
  });
  const last = shown.slice(-1);
  const before = linesWithin(shown.slice(0, -1), longest.steps - last.join('').length, 'step');
  return shown.length === 0 ? '' : ['*Next*', ...before, ...last].join('\n');
};

const factTexts = ({ sections }: Notice): readonly string[] => {
  const facts = sections
    .filter((fact) => !isPlace(fact) && fact.lines.length > 0)
    .map(({ label, lines }) =>
      [`*${label}*`, ...chatLines(lines, { each: 200, all: longest.fact })].join('\n'),
    );
  const most = facts.length > mostFields ? mostFields - 1 : mostFields;
  return linesWithin(facts.slice(0, most), longest.facts, 'fact', Math.max(0, facts.length - most));
};

/**
 * Links stand in text: Slack puts a warning beside a button once it was pressed, even one that only opens an address,
 * unless an app answers for it (slackapi/node-slack-sdk, issue 869).
 */
const linksText = ({ links }: Notice): string =>
  linesWithin(links.map(chatLink), longest.links, 'link').join(' · ');

/**
 * A notice for a Slack channel behind an incoming webhook. Reading order: the result and the pool, what happened and
 * who did it, the settings or pools, what to do; the facts, the links and the notice's id stand below the line.
 * Everything from outside is plain text, or marked up as chat shows it without acting on it; what is cut says so.
 */
export const slackMessage = (notice: Notice): SlackMessage => ({
  text: [
    chatWords([`${severityMark(notice)} `, ...notice.headline], longest.header),
    chatWords(notice.summary, 600),
  ]
    .filter((text) => text !== '')
    .join('\n'),
  blocks: [
    header(headerText(notice)),
    ...section(whereText(notice)),
    ...section(chatWords(notice.summary, longest.summary)),
    ...section(foundText(notice)),
    ...section(stepsText(notice.steps)),
    { type: 'divider' },
    ...fields(factTexts(notice)),
    ...context(linksText(notice)),
    ...context(`Notice ${chatValue(notice.id, 100)}`),
  ],
  unfurl_links: false,
  unfurl_media: false,
});
