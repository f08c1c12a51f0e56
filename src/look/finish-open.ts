import { conclusionOf } from '../history/conclusion.ts';
import { recollect } from '../history/recollect.ts';
import { concludeOpen } from '../remediation/conclude.ts';
import { isInPlace, type OpenOutcome } from '../remediation/open-outcome.ts';
import { snapshotBefore } from '../remediation/pre-image.ts';
import type { World } from '../world.ts';
import { beginLook, judgeFor, lookAt } from './look.ts';
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
  const frame = beginLook(world, lease.pool, open.causes, { id: open.id, history: past.history });
  // What the past adds to the look that led to the write went with the process that took it.
  const found = judgeFor(world, past, snapshotBefore(open, look.snapshot));
  const conclusion = conclusionOf(past, world.policies, recollect(past, world.policies, found), {
    found,
    left: look,
    outcome: concludeOpen(frame(), open, look),
    writtenFrom: open.preImage.takenAt,
  });
  return { ...conclusion, preImage: open.preImage };
};
