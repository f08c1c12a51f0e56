import type { Outcome } from '../remediation/outcome.ts';
import type { Counter } from './counter.ts';

/** Counts what came of a look. What another look answers for isn't counted twice. */
export const countOutcome =
  ({ count }: Pick<Counter, 'count'>) =>
  (outcome: Outcome): void => {
    const { kind, findings, refusals, remarks } = outcome;
    if (kind === 'covered' || kind === 'ignored') return;
    const told = (remark: Outcome['remarks'][number]['kind']): number =>
      remarks.filter((each) => each.kind === remark).length;
    count('Findings', findings.filter(({ exemption }) => exemption === undefined).length);
    count('Remediations', Number(kind === 'remediated' || kind === 'partly'));
    count('Refusals', refusals.length);
    count('Failures', Number(kind === 'failed' || kind === 'partly'));
    count('ChangedUnseen', told('changed-unseen'));
    count('LostUpdates', told('lost-update'));
    count('Wars', told('war'));
    count('SecondsToFix', secondsToFix(outcome));
  };

/** From the earliest governed call to the write that put it right; 0 where there is neither. */
const secondsToFix = ({ fixedAt, causes }: Outcome): number => {
  const calls = causes.flatMap((cause) =>
    cause.kind === 'call' && cause.governed ? [Date.parse(cause.eventTime)] : [],
  );
  const seconds = (Date.parse(fixedAt ?? '') - Math.min(...calls)) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
};
