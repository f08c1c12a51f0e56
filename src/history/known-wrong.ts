import type { Outcome } from '../remediation/outcome.ts';
import { remainingOf } from '../remediation/remaining.ts';
import { contestedIn } from './contested.ts';
import type { Past } from './past.ts';
import type { PoolHistory } from './pool-history.ts';
import { day, elapsed } from './times.ts';

type Known = NonNullable<PoolHistory['known']>;

/** An outcome as it is told, or not, by what people know already. */
export interface KnownWrong {
  readonly outcome: Outcome;
  readonly known?: Known;
}

/** Kinds that people must see to: they are told again every day. What rules only notify of stands in the digest. */
const pressing: readonly Outcome['kind'][] = ['refused', 'failed', 'partly'];

/**
 * Keeps a look that nobody's call brought about from telling people again what they know, for a day; after that it is
 * told with how long it has been so. A war lets no more go untold than what it is about, and is told again every day.
 * @param isAtWar true while the breaker is open: what we put right then is undone again, and people know it
 */
export const knownWrong = (
  { history, causes, now }: Past,
  outcome: Outcome,
  isAtWar: boolean,
): KnownWrong => {
  const remaining = remainingOf(outcome);
  const isRight = outcome.findings.every(
    ({ resolved, exemption, left }) => resolved || exemption !== undefined || left?.kind === 'debt',
  );
  const before = history?.known;
  const isSame = before?.remaining === remaining;
  const isNews = !isSame || outcome.remarks.length > 0;
  const wasCalled = causes.some(({ kind }) => kind === 'call');
  const rules = outcome.findings.filter(({ resolved }) => !resolved).map(({ rule }) => rule);
  const fresh: Known = { remaining, since: isSame ? before.since : now, toldAt: now, rules };
  const isKept = isRight || (isSame && elapsed(before.toldAt, now) < day);
  if (isAtWar && outcome.remarks.length === 0 && isKept && isOfTheWar(history, outcome))
    return { outcome: { ...outcome, quiet: true }, ...(before && { known: before }) };
  if (isRight && outcome.refusals.length === 0)
    return { outcome, ...(isAtWar && before && { known: before }) };
  if (isNews || wasCalled || outcome.changes.length > 0) return { outcome, known: fresh };
  if (!pressing.includes(outcome.kind) || elapsed(before.toldAt, now) < day)
    return { outcome: { ...outcome, quiet: true }, known: before };
  const days = Math.floor(elapsed(before.since, now) / day);
  const remark = { kind: 'still-wrong', since: before.since, days } as const;
  return { outcome: { ...outcome, remarks: [remark] }, known: fresh };
};

/** True where all that was put right had been brought back before, and nobody did what only a notice tells. */
const isOfTheWar = (history: Past['history'], { findings, causes }: Outcome): boolean => {
  const contested = contestedIn(history?.undoings);
  return (
    findings.every(({ resolved, setting }) => !resolved || contested.has(setting)) &&
    causes.every((cause) => cause.kind !== 'call' || cause.governed)
  );
};
