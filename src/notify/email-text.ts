import { showValue } from '../pool/setting-value.ts';
import { cutTo, forEmail } from './escape.ts';
import type { Notice } from './notice.ts';
import { count } from './notice-facts.ts';
import type { NoticeSetting } from './notice-setting.ts';
import { sectionsOf } from './sections.ts';
import { subjectOf } from './subject.ts';
import { showWords, type Words } from './words.ts';
import { wrap } from './wrap.ts';

export interface EmailText {
  readonly subject: string;
  readonly body: string;
}

const width = 77;
const longestBody = 12_000;
const mostRows = 30;

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
  const shown = rows.slice(0, mostRows).map(cells);
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...shown.map((row) => row[column]?.length ?? 0)),
  );
  const table = [titles, ...shown].map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  const blocks = shown.flatMap(([setting, found, required, now]) => [
    `  ${setting}`,
    ...wrap(found, width, '    found     '),
    ...wrap(required, width, '    required  '),
    ...wrap(now, width, '    now       '),
  ]);
  const more = rows.length > mostRows ? [`  and ${count(rows.length - mostRows, 'more setting')}`] : [];
  return [...(table.every((line) => line.length <= width) ? table : blocks), ...more];
};

const steps = (notice: Notice): readonly string[] =>
  notice.steps
    .slice(0, 8)
    .flatMap((step, index) => [
      ...wrap(show(step.text), width, `  ${index + 1}. `),
      ...(step.url === undefined ? [] : [`     ${step.url}`]),
    ]);

const paragraphs = (notice: Notice): readonly (readonly string[])[] => [
  wrap(show(notice.summary), width),
  notice.settings.length === 0 ? [] : settingLines(notice.settings),
  sectionsOf(notice).flatMap(({ label, lines }) =>
    lines.flatMap((line, index) => wrap(show(line), width, (index === 0 ? label : '').padEnd(9))),
  ),
  notice.steps.length === 0 ? [] : ['Next', ...steps(notice)],
  notice.links.flatMap((link) => [link.label, link.url]),
  wrap(forEmail(notice.id, 100), width, 'Notice   '),
];

/**
 * A notice as plain-text mail: lines under 78 columns, every address alone on its line and all of them ours.
 * Reading order: what happened, the settings, who and why, what to do, references.
 */
export const emailText = (notice: Notice): EmailText => {
  const body = paragraphs(notice)
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return { subject: subjectOf(notice), body: `${cutTo(body, longestBody)}\n` };
};
