import { counted } from '../report/counted.ts';
import { inert, inertLine } from '../report/inert.ts';
import { paint } from '../report/paint.ts';
import type { Listing } from './listing.ts';
import { shownSubject } from './shown-subject.ts';
import type { Verdict } from './verdict.ts';

const marks: { readonly [status in Verdict['status']]: string } = {
  violation: paint.bad('✗'),
  refused: paint.bad('✗'),
  undetermined: paint.warning('?'),
  exempted: paint.faint('~'),
  compliant: paint.good('✓'),
};

/** A listing for a terminal, worst first, with what was counted at its end. */
export const listingText = (listing: Listing): string =>
  [...listing.verdicts.map((verdict) => `${verdictText(verdict)}\n`), ...summary(listing)].join('\n');

const verdictText = ({ status, subject, rule, severity, at, message, next }: Verdict): string =>
  [
    `${marks[status]} ${severity.padEnd(8)}  ${paint.strong(inert(rule))}  ${inertLine(shownSubject(subject), 120)}${status === 'violation' ? '' : `  ${paint.warning(status)}`}`,
    `    ${inertLine(message, 400)}`,
    `    ${paint.faint(inert(`${at.file}:${at.line}`))}`,
    ...(next === undefined ? [] : [`    ${paint.strong('Do:')} ${inertLine(next, 400)}`]),
  ].join('\n');

const summary = ({ noun, subjects, counts, unreached }: Listing): readonly string[] => [
  `${counted(subjects, ...noun)} checked: ${counted(counts.violation, 'violation')}, ${counts.refused} refused, ${counts.exempted} exempted, ${counts.undetermined} undetermined, ${counts.compliant} compliant.`,
  ...unreached.map(({ what, message }) => `${paint.bad('Not looked at:')} ${inert(what)}: ${inert(message)}`),
];
