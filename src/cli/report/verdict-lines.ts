import { severities } from '../../policy/policy.ts';
import type { Verdict } from '../listing/verdict.ts';
import { counted } from './counted.ts';
import { inertLine } from './inert.ts';
import { paint } from './paint.ts';

const shown = ['violation', 'refused', 'undetermined', 'accepted'] as const;

/** Longest sentence that a line shows. */
const width = 400;

/** Verdicts for a terminal, worst first, those that hold counted only: `file:line:col  severity  rule  what is wrong`. */
export const verdictLines = (verdicts: readonly Verdict[]): readonly string[] =>
  shown.flatMap((status) =>
    verdicts
      .filter((verdict) => verdict.status === status)
      .toSorted((left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity))
      .flatMap(linesOf),
  );

const linesOf = ({ status, subject, severity, rule, message, next }: Verdict): readonly string[] => {
  const { place } = subject;
  const at = place ? `${place.file}:${place.line}:${place.column}` : subject.id;
  return [
    `${inertLine(at, width)}  ${marks[status](status)}  ${severity}  ${paint.name(inertLine(rule, width))}  ${inertLine(subject.name, 80)}: ${inertLine(message, width)}`,
    ...(next === undefined ? [] : [`    ${paint.faint(inertLine(next, width))}`]),
  ];
};

const marks: { readonly [status in Verdict['status']]: (text: string) => string } = {
  violation: paint.bad,
  refused: paint.bad,
  undetermined: paint.warning,
  accepted: paint.faint,
  compliant: paint.good,
};

/** `2 pools declared: 3 violations, 1 undetermined, 24 compliant.` */
export const verdictCounts = (verdicts: readonly Verdict[], pools: number): string => {
  const count = (status: Verdict['status']): number =>
    verdicts.filter((verdict) => verdict.status === status).length;
  const accepted = count('accepted');
  return `${counted(pools, 'pool')} declared: ${counted(count('violation'), 'violation')}, ${count('undetermined')} undetermined,${accepted > 0 ? ` ${accepted} accepted,` : ''} ${count('compliant')} compliant.`;
};
