import type { PolicySet } from '../policy/policy.ts';
import type { Look } from '../remediation/look.ts';
import type { Remark } from '../remediation/remark.ts';
import { type BreakerState, breakerAfter } from './breaker.ts';
import { isMemoryLost } from './created.ts';
import { lostUpdates } from './lost-updates.ts';
import type { Past } from './past.ts';
import type { Undoing } from './pool-history.ts';
import { leftScope } from './still-bound.ts';
import { valueDigests } from './stored-value.ts';
import { undoingOf } from './undoing.ts';
import { type Unexplained, unexplainedMove } from './unexplained.ts';

/** What a look means beside its past, before anything is done about it. */
export interface Recollection extends Unexplained, BreakerState {
  /** Brought back by somebody although we had put it right. */
  readonly undoing?: Undoing;
}

/** Holds a look against its past. Pure. */
export const recollect = (past: Past, policies: PolicySet, { snapshot, evaluation }: Look): Recollection => {
  const { history, now } = past;
  const undoing = undoingOf(past, evaluation.findings);
  const undoings = [...(history?.undoings ?? []), ...(undoing ? [undoing] : [])];
  const breaker = breakerAfter(history?.breaker, undoings, undoing !== undefined, snapshot, now);
  const unexplained = unexplainedMove(past, snapshot);
  const lost: readonly Remark[] = isMemoryLost(past, snapshot) ? [{ kind: 'memory-lost' }] : [];
  return {
    ...unexplained,
    ...breaker,
    ...(undoing && { undoing }),
    remarks: [
      ...breaker.remarks,
      ...(undoing && !breaker.breaker ? [broughtBack(undoing, undoings.length)] : []),
      ...unexplained.remarks,
      ...lost,
      ...leftScope(history, policies, snapshot, now),
      ...lostUpdates(past, valueDigests(snapshot)),
    ],
  };
};

/** A war says it in words of its own. */
const broughtBack = ({ settings }: Undoing, times: number): Remark => ({
  kind: 'brought-back',
  settings,
  times,
});
