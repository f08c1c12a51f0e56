import type { Denied } from '../change/pool-change.ts';
import { ownersOf } from '../policy/owners-of.ts';
import { outcomeOfIgnored, outcomeWithoutLook } from '../remediation/make-outcome.ts';
import type { World } from '../world.ts';

/**
 * Tells people that somebody tried what they may not. Nothing changed, so nothing is looked at. The same call has the
 * same outcome id, by which people hear of it once.
 */
export const tellDenied = async (
  { tell, now, policies }: Pick<World, 'tell' | 'now' | 'policies'>,
  { cause, error, pool }: Denied,
): Promise<void> => {
  const time = now().toISOString();
  const frame = {
    id: `denied-${cause.eventId}`,
    causes: [cause],
    policyDigest: policies.digest,
    startedAt: time,
    endedAt: time,
  };
  const reason = `AWS refused ${cause.call}: ${error}.`;
  const outcome = pool
    ? outcomeWithoutLook(
        { ...frame, pool, owners: ownersOf(policies.owners, pool, undefined) },
        'ignored',
        reason,
      )
    : outcomeOfIgnored(frame, reason);
  await tell({ ...outcome, remarks: [{ kind: 'denied', error }] });
};
