import type { Cause } from '../change/cause.ts';
import { distinctCauses } from '../change/distinct-causes.ts';
import { ownersOf } from '../policy/owners-of.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import { outcomeWithoutLook } from '../remediation/make-outcome.ts';
import type { Outcome } from '../remediation/outcome.ts';
import type { World } from '../world.ts';

/**
 * Tells people that changes to a pool could not be looked at, where their messages aren't brought again.
 * @param causes the changes whose messages were brought for the last time
 * @param error what stood in the way
 * @returns what was told. It rejects where that can't be handed on either
 */
export const tellUnlooked = async (
  { tell, now, newId, policies }: World,
  pool: PoolRef,
  causes: readonly Cause[],
  error: unknown,
): Promise<Outcome> => {
  const time = now().toISOString();
  const problem = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  const outcome = outcomeWithoutLook(
    {
      id: newId(),
      pool,
      owners: ownersOf(policies.owners, pool, undefined),
      ...distinctCauses(causes),
      policyDigest: policies.digest,
      startedAt: time,
      endedAt: time,
    },
    'failed',
    `It could not be looked at: ${problem}; it isn't tried again, and the message goes to the dead-letter queue of pool-changes.`,
  );
  await tell(outcome);
  return outcome;
};
