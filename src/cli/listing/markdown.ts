import { cutTo, oneLine } from '../../notify/escape.ts';
import { counted } from '../report/counted.ts';
import type { Listing } from './listing.ts';
import { shownSubject } from './shown-subject.ts';
import type { Verdict } from './verdict.ts';

/** GitHub takes a comment of 65,536 characters at most; others take more. Bytes are what some of them count. */
const room = 60_000;

/** Longest text from outside in a line. */
const longest = 300;

/**
 * A listing for a comment on a pull request, worst first, cut where the comment would be too long. Everything from
 * outside stands in code spans: mentions, links, references to issues and HTML mean nothing there.
 */
export const markdown = (listing: Listing): string => {
  const { verdicts, unreached } = listing;
  const head = headOf(listing);
  const lines = [
    ...unreached.map(({ what, message }) => `- **Not looked at** ${code(what)}: ${code(message)}`),
    ...verdicts.filter(({ status }) => status !== 'compliant').map(lineOf),
  ];
  let used = Buffer.byteLength(head);
  const kept = lines.filter((line, index) => {
    used += Buffer.byteLength(line) + 1;
    return index === 0 || used <= room;
  });
  const more = lines.length - kept.length;
  return [head, ...kept, ...(more === 0 ? [] : ['', `…and ${more} more.`])].join('\n').trimEnd();
};

const headOf = ({ noun, subjects, counts, unreached }: Listing): string => {
  const isWrong = counts.violation + counts.refused > 0;
  const title = isWrong
    ? `${counted(counts.violation + counts.refused, 'rule')} broken`
    : unreached.length > 0
      ? 'Not everything could be looked at'
      : 'Nothing is broken';
  return `### Lifeguard: ${title}\n\n${counted(subjects, ...noun)} checked: ${counted(counts.violation, 'violation')}, ${counts.refused} refused, ${counts.exempted} exempted, ${counts.undetermined} undetermined, ${counts.compliant} compliant.\n`;
};

const lineOf = ({ status, severity, rule, subject, message, why, at, next }: Verdict): string =>
  [
    `- **${severity}**${status === 'violation' ? '' : ` (${status})`} ${code(rule)} at ${code(shownSubject(subject))}: ${code(message)}`,
    `  ${code(why)} ${code(`${at.file}:${at.line}`)}`,
    ...(next === undefined ? [] : [`  Do: ${code(next)}`]),
  ].join('\n');

/** Backticks would end the span and have no escape in it, so they become apostrophes. */
const code = (text: string): string => `\`${cutTo(oneLine(text).replaceAll('`', "'"), longest)}\``;
