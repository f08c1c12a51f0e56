import type { Cause } from './change/cause.ts';
import { noPast } from './history/past.ts';
import { beginLook, goneReason, lookAt } from './look/look.ts';
import { underClaim } from './look/under-claim.ts';
import { canWait, unlooked } from './look/unlooked.ts';
import type { PoolRef } from './pool/pool-ref.ts';
import { concludeLook } from './remediation/conclude.ts';
import { outcomeWithoutLook } from './remediation/make-outcome.ts';
import type { Outcome } from './remediation/outcome.ts';
import type { World } from './world.ts';

/**
 * A change to a pool is held against policy; what differs is remediated; people are notified.
 * @param triggers why we look: the events that name this pool
 * @param isDue true where this is the look that others wait for
 * @returns the outcome of the last look, or `covered` where another look answers for these triggers
 * @throws PoolUnreachableError or LeaseLostError; the triggers must then be brought again
 */
export const enforce = async (
  world: World,
  pool: PoolRef,
  triggers: readonly Cause[],
  isDue = false,
): Promise<Outcome> => {
  const now = world.now().toISOString();
  const claim = await world.ledger.claim(pool, triggers, now, !isDue && canWait(world, triggers));
  if (claim.kind !== 'claimed') return unlooked(world, pool, triggers, claim);
  try {
    return await underClaim(world, claim, triggers);
  } catch (error) {
    // A ledger that can't be reached keeps the lease until it runs out; what went wrong first is what matters.
    await world.ledger.abandon(claim.lease).catch(() => undefined);
    throw error;
  }
};

/** What `enforce` would do, without claiming, writing or telling, and without what the ledger knows of the pool. */
export const consider = async (world: World, pool: PoolRef, triggers: readonly Cause[]): Promise<Outcome> => {
  const frame = beginLook(world, pool, triggers);
  const look = await lookAt(world, pool, noPast(triggers, world.now().toISOString()));
  return look ? concludeLook(frame(), look) : outcomeWithoutLook(frame(), 'gone', goneReason);
};
