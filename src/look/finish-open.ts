import { historyAfter } from '../history/history-after.ts';
import { concludeOpen } from '../remediation/conclude.ts';
import { isInPlace, type OpenOutcome } from '../remediation/open-outcome.ts';
import type { World } from '../world.ts';
import { beginLook, lookAt } from './look.ts';
import type { Looked, Looking } from './look-and-act.ts';

/**
 * Concludes the outcome that a crash left open, where all its writes had taken effect; undefined where they had not.
 * @param looking with the causes of that outcome
 */
export const finishOpen = async (
  world: World,
  { lease, past }: Looking,
  open: OpenOutcome,
): Promise<Looked | undefined> => {
  const look = await lookAt(world, lease.pool, past);
  if (!look || !isInPlace(open.changes, look.snapshot)) return undefined;
  const frame = beginLook(world, lease.pool, open.causes, { id: open.id });
  const outcome = concludeOpen(frame(), open, look);
  const history = historyAfter(past, world.policies, look, outcome, {
    remarks: [],
    writtenFrom: open.preImage.takenAt,
    ...(past.history?.breaker && { breaker: past.history.breaker }),
  });
  return { outcome, history, preImage: open.preImage };
};
