import type { Cause } from './change/cause.ts';
import { isOwnCall } from './change/own-call.ts';
import type { LastOutcome } from './ledger/ledger.ts';
import { beginLook, goneReason, lookAt } from './look.ts';
import { finishOpen, lookAndAct } from './look-and-act.ts';
import type { PoolRef } from './pool/pool-ref.ts';
import { concludeLook } from './remediation/conclude.ts';
import { outcomeWithoutLook } from './remediation/make-outcome.ts';
import type { Outcome } from './remediation/outcome.ts';
import { remainingOf } from './remediation/remaining.ts';
import type { World } from './world.ts';

/**
 * A change to a pool is held against policy; what differs is remediated; people are notified.
 * @param triggers why we look: the events that name this pool
 * @returns the outcome of the last look, or `covered` where another look answers for these triggers
 * @throws PoolUnreachableError or LeaseLostError; the triggers must then be brought again
 */
export const enforce = async (world: World, pool: PoolRef, triggers: readonly Cause[]): Promise<Outcome> => {
  const claim = await world.ledger.claim(pool, triggers, world.now().toISOString());
  if (claim.kind !== 'claimed')
    return outcomeWithoutLook(beginLook(world, pool, triggers)(), 'covered', coveredBecause[claim.kind]);
  const { lease, open } = claim;
  try {
    const finished = open && (await finishOpen(world, lease, open));
    const unfinished = open && !finished ? open.causes : [];
    let causes: readonly Cause[] = [...unfinished, ...claim.waiting, ...triggers];
    let last = finished ? lastOf(finished) : claim.last;
    let resumed = finished ? undefined : open;
    for (;;) {
      const outcome = quietIfTold(await lookAndAct(world, lease, causes, resumed), last);
      await world.tell(outcome);
      if (!last || outcome.kind !== 'covered') last = lastOf(outcome);
      const release = await world.ledger.release(lease, outcome.startedAt, last);
      if (release.kind !== 'again') return outcome;
      causes = release.causes;
      resumed = undefined;
    }
  } catch (error) {
    // A ledger that can't be reached keeps the lease until it runs out; what went wrong first is what matters.
    await world.ledger.abandon(lease).catch(() => undefined);
    throw error;
  }
};

/** What `enforce` would do, without claiming, writing or telling. */
export const consider = async (world: World, pool: PoolRef, triggers: readonly Cause[]): Promise<Outcome> => {
  const frame = beginLook(world, pool, triggers);
  const look = await lookAt(world, pool);
  return look ? concludeLook(frame(), look) : outcomeWithoutLook(frame(), 'gone', goneReason);
};

const coveredBecause = {
  busy: 'Another look at this pool is under way; it looks again before it ends, and names this call.',
  covered: 'A look that began after this call has been taken.',
  told: 'This is our own write coming back, and the pool is as it was when that was told.',
};

const lastOf = (outcome: Outcome): LastOutcome => ({ id: outcome.id, remaining: remainingOf(outcome) });

/** Our own write comes back as an event; where it left something wrong, people know of it already. */
const quietIfTold = (outcome: Outcome, last: LastOutcome | undefined): Outcome =>
  last &&
  outcome.kind !== 'gone' &&
  outcome.changes.length === 0 &&
  outcome.causes.length > 0 &&
  outcome.causesOmitted === undefined &&
  outcome.causes.every((cause) => isOwnCall(cause, last.id)) &&
  remainingOf(outcome) === last.remaining
    ? { ...outcome, kind: 'covered', reason: coveredBecause.told }
    : outcome;
