import { showValue } from '../pool/setting-value.ts';
import { forEmail } from './escape.ts';
import { linesWithin } from './lines-within.ts';
import type { Listing } from './listing.ts';
import type { Notice } from './notice.ts';
import type { NoticeSetting } from './notice-setting.ts';
import { subjectOf } from './subject.ts';
import { showWords, type Words } from './words.ts';
import { wrap } from './wrap.ts';

export interface EmailText {
  readonly subject: string;
  readonly body: string;
}

const width = 77;

/** How much of each paragraph is shown, so that no pool can flood a mailbox; whole lines are left out. */
const longest = { summary: 2000, settings: 5000, listing: 9000, facts: 4000, steps: 2500 };

const show = (text: Words): string =>
  showWords(text, (outside) => forEmail(outside.text, outside.kind === 'prose' ? 600 : 200));

const titles = ['Setting', 'Found', 'Required', 'Now'] as const;

const cells = (row: NoticeSetting): readonly [string, string, string, string] => [
  row.setting,
  forEmail(showValue(row.found), 200),
  forEmail(row.required.join(' and '), 200),
  forEmail(showValue(row.now), 200),
];

/** A table where all rows fit the width, else one block for each setting. */
const settingLines = (rows: readonly NoticeSetting[]): readonly string[] => {
  const shown = rows.map((row) => {
    const [setting, found, required, now] = cells(row);
    return [setting, found, required, row.refused === undefined ? now : `${now}, refused`];
  });
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...shown.map((row) => row[column]?.length ?? 0)),
  );
  const table = [titles, ...shown].map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  const blocks = rows.map((row) => {
    const [setting, found, required, now] = cells(row);
    return [
      `  ${setting}`,
      ...wrap(found, width, '    found     '),
      ...wrap(required, width, '    required  '),
      ...wrap(now, width, '    now       '),
      ...(row.refused === undefined ? [] : [`    refused   ${row.refused}`]),
    ].join('\n');
  });
  return linesWithin(
    table.every((line) => line.length <= width) ? table : blocks,
    longest.settings,
    'setting',
  );
};

/** One block for each thing that is listed. */
const listingLines = ({ blocks, noun, omitted }: Listing): readonly string[] =>
  linesWithin(
    blocks.map(({ title, lines }) =>
      [
        ...wrap(show(title), width, '  '),
        ...lines.flatMap((line) =>
          wrap(show(line), width - 2, '    ').map((text, index) => (index === 0 ? text : `  ${text}`)),
        ),
      ].join('\n'),
    ),
    longest.listing,
    noun,
    omitted,
  );

const factLines = (notice: Notice): readonly string[] =>
  notice.sections.flatMap(({ label, lines }) =>
    lines.flatMap((line, index) => wrap(show(line), width, (index === 0 ? label : '').padEnd(9))),
  );

const stepLines = (notice: Notice): readonly string[] =>
  notice.steps.flatMap((step, index) => [
    ...wrap(show(step.text), width, `  ${index + 1}. `),
    ...[...(step.url === undefined ? [] : [step.url]), ...(step.commands ?? [])].map(
      (line) => `     ${line}`,
    ),
  ]);

const paragraphs = (notice: Notice): readonly (readonly string[])[] => [
  linesWithin(wrap(show(notice.summary), width), longest.summary, 'line'),
  notice.settings.length === 0 ? [] : settingLines(notice.settings),
  notice.listing === undefined ? [] : listingLines(notice.listing),
  linesWithin(factLines(notice), longest.facts, 'line'),
  notice.steps.length === 0 ? [] : ['Next', ...linesWithin(stepLines(notice), longest.steps, 'line')],
  notice.links.flatMap((link) => [link.label, link.url]),
  notice.footer === undefined ? [] : wrap(show(notice.footer), width),
  wrap(forEmail(notice.id, 100), width, 'Notice   '),
];

/**
 * A notice as plain-text mail: lines under 78 columns, every address alone on its line and all of them ours.
 * Reading order: what happened, the settings or pools, who and why, what to do, references.
 */
export const emailText = (notice: Notice): EmailText => {
  const body = paragraphs(notice)
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return { subject: subjectOf(notice), body: `${body}\n` };
};
