import type { PolicySet } from '../policy/policy.ts';
import type { Look } from '../remediation/look.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { historyAfter } from './history-after.ts';
import { knownWrong } from './known-wrong.ts';
import { newlyRefused } from './newly-refused.ts';
import type { Past } from './past.ts';
import type { PoolHistory } from './pool-history.ts';
import { putBack } from './put-back.ts';
import type { Recollection } from './recollect.ts';

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
  }: {
    readonly found: Look;
    readonly left: Look;
    readonly outcome: Outcome;
    readonly writtenFrom?: string | undefined;
  },
): Conclusion => {
  const remarks = [
    ...recollection.remarks,
    ...putBack(past, found.evaluation.standing, outcome.findings),
    ...newlyRefused(past, found.snapshot, outcome),
  ];
  const isAtWar = recollection.breaker !== undefined;
  const { outcome: told, known } = knownWrong(past, { ...outcome, remarks }, isAtWar);
  const history = historyAfter(past, policies, left, told, {
    ...recollection,
    ...(known && { known }),
    ...(writtenFrom !== undefined && { writtenFrom }),
  });
  return { outcome: told, history };
};
