import { elapsed } from '../../../history/times.ts';
import type { Outcome } from '../../../remediation/outcome.ts';
import { counted } from '../../report/counted.ts';
import type { Tone } from '../page-data.ts';

/** `0.4 s`, `34 s`, `12 min`; undefined where a time can't be read or the second one is earlier. */
const shortDuration = (from: string, to: string): string | undefined => {
  const seconds = elapsed(from, to) / 1000;
  if (Number.isNaN(seconds) || seconds < 0) return undefined;
  if (seconds < 10) return `${Math.max(seconds, 0.1).toFixed(1)} s`;
  return seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
};

const fixed = ({ fixedAt }: Outcome, changedAt: string | undefined): string => {
  const time =
    fixedAt === undefined || changedAt === undefined ? undefined : shortDuration(changedAt, fixedAt);
  return time === undefined ? '' : ` in ${time}`;
};

/**
 * The result of a look in a few words, and how it is to be taken.
 * @param changedAt when the change was made that led to it, ISO 8601 UTC
 * @param isTold whether people hear of it
 */
export const outcomeTitle = (
  outcome: Outcome,
  changedAt: string | undefined,
  isTold: boolean,
): { readonly title: string; readonly tone: Tone } => {
  const { kind, findings, refusals } = outcome;
  const codes = [...new Set(refusals.map(({ code }) => code))].join(', ');
  const done = findings.filter(({ resolved }) => resolved).length;
  switch (kind) {
    case 'remediated':
      return refusals.length === 0
        ? { title: `Put right${fixed(outcome, changedAt)}`, tone: 'good' }
        : { title: `Partly put right${fixed(outcome, changedAt)}; refused: ${codes}`, tone: 'warning' };
    case 'partly':
      return { title: `Broke off: ${done} of ${counted(findings.length, 'finding')} put right`, tone: 'bad' };
    case 'refused':
      return { title: `Not put right, refused: ${codes}`, tone: 'bad' };
    case 'failed':
      return { title: 'Failed to put right', tone: 'bad' };
    case 'planned':
      return { title: 'Would be put right', tone: 'warning' };
    case 'reported':
      return { title: 'Against policy, left as it is', tone: isTold ? 'warning' : 'quiet' };
    case 'paused':
      return { title: 'Paused: nothing is written', tone: isTold ? 'warning' : 'quiet' };
    case 'gone':
      return { title: 'The pool is gone', tone: isTold ? 'warning' : 'quiet' };
    case 'compliant':
      return { title: 'As policy requires', tone: isTold ? 'warning' : 'quiet' };
    case 'covered':
      return { title: 'Another look answers for it', tone: 'quiet' };
    case 'ignored':
      return { title: 'Not looked at', tone: 'quiet' };
  }
};
