import type { PolicySet } from '../policy/policy.ts';
import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import type { Look } from '../remediation/look.ts';
import type { OpenOutcome } from '../remediation/open-outcome.ts';
import type { Outcome } from '../remediation/outcome.ts';
import type { Remark } from '../remediation/remark.ts';
import { historyAfter, windowOf, withCalls } from './history-after.ts';
import { knownWrong } from './known-wrong.ts';
import { lostUpdates } from './lost-updates.ts';
import { newlyRefused } from './newly-refused.ts';
import type { Past } from './past.ts';
import type { PoolHistory, WriteWindow } from './pool-history.ts';
import { putBack } from './put-back.ts';
import type { Recollection } from './recollect.ts';
import { valueDigests } from './stored-value.ts';
import { unconfirmedWindow } from './unconfirmed-window.ts';

/** An outcome as people are told of it, and what is remembered from then on. */
export interface Conclusion {
  readonly outcome: Outcome;
  readonly history: PoolHistory;
}

/**
 * Ends a look: adds to its outcome what the past does, and makes of both what is remembered. Pure.
 * @param found the look that found what was wrong
 * @param left the last look: the pool as it is left
 * @param outcome what came of the look by itself
 * @param writtenFrom there where we wrote: when the look before the write was asked for
 * @param open what a process that is gone left; other calls may have come between its look and this one
 * @param isResumed true where part of that stands, and the outcome is its own
 */
export const conclusionOf = (
  past: Past,
  policies: PolicySet,
  recollection: Recollection,
  {
    found,
    left,
    outcome,
    writtenFrom,
    open,
    isResumed = false,
  }: {
    readonly found: Look;
    readonly left: Look;
    readonly outcome: Outcome;
    readonly writtenFrom?: string | undefined;
    readonly open?: OpenOutcome | undefined;
    readonly isResumed?: boolean;
  },
): Conclusion => {
  const own = writtenFrom === undefined ? [] : [windowOf(outcome, left.snapshot, writtenFrom)];
  const earlier = open && !isResumed ? [unconfirmedWindow(open, found.snapshot)] : [];
  const remarks = [
    ...recollection.remarks,
    ...putBack(past, found.evaluation.standing, outcome.findings),
    ...newlyRefused(past, found.snapshot, outcome),
    ...(open ? lostMeanwhile(past, open, left.snapshot, isResumed ? own : earlier) : []),
  ];
  const isAtWar = recollection.breaker !== undefined;
  const { outcome: told, known } = knownWrong(
    past,
    { ...outcome, remarks },
    { isAtWar, binds: (rule) => left.evaluation.standing.some((each) => each.rule.id === rule) },
  );
  const history = historyAfter(past, policies, left, told, {
    ...recollection,
    ...(known && { known }),
    windows: [...earlier, ...own],
  });
  return { outcome: told, history };
};

/** What a write of a process that is gone may have overwritten of the calls that weren't why it was made. */
const lostMeanwhile = (
  past: Past,
  { causes }: OpenOutcome,
  snapshot: PoolSnapshot,
  writes: readonly WriteWindow[],
): readonly Remark[] =>
  past.history
    ? lostUpdates(
        { ...past, history: { ...withCalls(past.history, causes), writes } },
        valueDigests(snapshot),
      )
    : [];
