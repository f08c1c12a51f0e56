import type { Cause } from './change/cause.ts';
import { isOwnCall } from './change/own-call.ts';
import { noPast } from './history/past.ts';
import { takeInRequests } from './history/take-in-requests.ts';
import type { LastOutcome } from './ledger/ledger.ts';
import { beginLook, goneReason, lookAt } from './look.ts';
import { finishOpen, type Looked, lookAndAct } from './look-and-act.ts';
import type { PoolRef } from './pool/pool-ref.ts';
import { concludeLook } from './remediation/conclude.ts';
import { outcomeWithoutLook } from './remediation/make-outcome.ts';
import type { Outcome } from './remediation/outcome.ts';
import { remainingOf } from './remediation/remaining.ts';
import { spread } from './spread.ts';
import { canWait, unlooked } from './unlooked.ts';
import type { World } from './world.ts';

/**
 * A change to a pool is held against policy; what differs is remediated; people are notified.
 * @param triggers why we look: the events that name this pool
 * @returns the outcome of the last look, or `covered` where another look answers for these triggers
 * @throws PoolUnreachableError or LeaseLostError; the triggers must then be brought again
 */
export const enforce = async (world: World, pool: PoolRef, triggers: readonly Cause[]): Promise<Outcome> => {
  const { ledger, now, habits } = world;
  const claim = await ledger.claim(pool, triggers, now().toISOString(), canWait(world, triggers));
  if (claim.kind !== 'claimed') return unlooked(world, pool, triggers, claim);
  const { lease, open, account } = claim;
  const { pauses, watch } = account;
  const requestsDone = claim.requests.map(({ id }) => id);
  let history = takeInRequests(claim.history, claim.requests);
  const lookingFor = (causes: readonly Cause[], omitted: number) => ({
    lease,
    pauses,
    omitted,
    past: {
      ...(history && { history }),
      ...(watch && { watch }),
      causes,
      now: now().toISOString(),
      leavesDebt: habits.leavesDebt,
      ...(habits.debtAfterDays !== undefined && { debtAfterDays: habits.debtAfterDays }),
    },
  });
  try {
    const finished = open && (await finishOpen(world, lookingFor([], 0), open));
    if (finished) await spread(world, finished);
    if (finished?.history) history = finished.history;
    let last = finished ? lastOf(finished.outcome) : claim.last;
    let resumed = finished ? undefined : open;
    let causes: readonly Cause[] = [...(resumed?.causes ?? []), ...claim.waiting, ...triggers];
    let { omitted } = claim;
    for (;;) {
      const looked = await lookAndAct(world, { ...lookingFor(causes, omitted), open: resumed });
      if (looked.hold) await world.later(pool, secondsUntil(looked.hold.dueAt, now()));
      if (looked.hold?.kind === 'settling') {
        await ledger.defer(lease, { waiting: causes, omitted }, looked.hold.dueAt);
        return looked.outcome;
      }
      const told: Looked = { ...looked, outcome: quietIfTold(looked.outcome, last) };
      const { outcome } = told;
      await spread(world, told);
      if (looked.history) history = looked.history;
      if (!last || outcome.kind !== 'covered') last = lastOf(outcome);
      const lookedAt = history?.unexplained ? never : outcome.startedAt;
      const release = await ledger.release(lease, {
        lookedAt,
        last,
        requestsDone,
        ...(history && { history }),
      });
      if (release.kind !== 'again') return outcome;
      ({ causes, omitted } = release);
      resumed = undefined;
    }
  } catch (error) {
    // A ledger that can't be reached keeps the lease until it runs out; what went wrong first is what matters.
    await ledger.abandon(lease).catch(() => undefined);
    throw error;
  }
};

/** What `enforce` would do, without claiming, writing or telling. */
export const consider = async (world: World, pool: PoolRef, triggers: readonly Cause[]): Promise<Outcome> => {
  const frame = beginLook(world, pool, triggers);
  const look = await lookAt(world, pool, noPast(triggers, world.now().toISOString()));
  return look ? concludeLook(frame(), look) : outcomeWithoutLook(frame(), 'gone', goneReason);
};

/** A look that found a move without a call covers none: the call that explains it may still be under way. */
const never = new Date(0).toISOString();

/** SQS holds a message back for 900 s at most (SendMessage, API reference); whoever comes too early comes again. */
const secondsUntil = (time: string, now: Date): number =>
  Math.min(900, Math.max(1, Math.ceil((Date.parse(time) - now.getTime()) / 1000)));

const lastOf = (outcome: Outcome): LastOutcome => ({ id: outcome.id, remaining: remainingOf(outcome) });

/** Our own write comes back as an event; where it left something wrong, people know of it already. */
const quietIfTold = (outcome: Outcome, last: LastOutcome | undefined): Outcome =>
  last &&
  outcome.kind !== 'gone' &&
  outcome.changes.length === 0 &&
  outcome.remarks.length === 0 &&
  outcome.causes.length > 0 &&
  outcome.causesOmitted === undefined &&
  outcome.causes.every((cause) => isOwnCall(cause, last.id)) &&
  remainingOf(outcome) === last.remaining
    ? { ...outcome, kind: 'covered', reason: toldBefore }
    : outcome;

const toldBefore = 'This is our own write coming back, and the pool is as it was when that was told.';
