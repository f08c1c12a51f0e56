import type { Cause } from './change/cause.ts';
import { LeaseLostError } from './ledger/errors.ts';
import type { Lease } from './ledger/ledger.ts';
import type { PoolRef } from './pool/pool-ref.ts';
import type { PoolSnapshot } from './pool/pool-snapshot.ts';
import { apply } from './remediation/apply.ts';
import { concludeApplied, concludeLook, concludeOpen } from './remediation/conclude.ts';
import { judge, type Look } from './remediation/look.ts';
import { type OutcomeFrame, outcomeWithoutLook } from './remediation/make-outcome.ts';
import { isInPlace, type OpenOutcome, openOutcome } from './remediation/open-outcome.ts';
import type { Outcome } from './remediation/outcome.ts';
import type { World } from './world.ts';

/**
 * A change to a pool is held against policy; what differs is remediated; people are notified.
 * @param causes why we look: the events that name this pool
 * @returns the outcome of the last look, or `covered` where another look answers for these causes
 * @throws PoolUnreadableError or LeaseLostError; the causes must then be brought again
 */
export const enforce = async (world: World, pool: PoolRef, causes: readonly Cause[]): Promise<Outcome> => {
  const claim = await world.ledger.claim(pool, causes, world.now().toISOString());
  if (claim.kind !== 'claimed')
    return outcomeWithoutLook(frameFor(world, pool, causes)(), 'covered', coveredBecause[claim.kind]);
  const { lease, open, waiting } = claim;
  try {
    const unfinished = open ? await finishOpen(world, lease, open) : [];
    let outcome = await lookAndAct(world, lease, [...unfinished, ...waiting, ...causes]);
    for (;;) {
      await world.tell(outcome);
      const release = await world.ledger.release(lease, outcome.startedAt);
      if (release.kind !== 'again') return outcome;
      outcome = await lookAndAct(world, lease, release.causes);
    }
  } catch (error) {
    await world.ledger.abandon(lease);
    throw error;
  }
};

/** What `enforce` would do, without claiming, writing or telling. */
export const consider = async (world: World, pool: PoolRef, causes: readonly Cause[]): Promise<Outcome> => {
  const frame = frameFor(world, pool, causes);
  const look = await lookAt(world, pool);
  return look ? concludeLook(frame(), look) : outcomeWithoutLook(frame(), 'gone', goneReason);
};

const goneReason = 'The user pool no longer exists.';

const coveredBecause = {
  busy: 'Another look at this pool is under way; it looks again before it ends, and names this call.',
  covered: 'A look that began after this call has been taken.',
};

/**
 * Tells the outcome that a crash left open, where its write had taken effect.
 * @returns the causes that still need a look
 */
const finishOpen = async (world: World, { pool }: Lease, open: OpenOutcome): Promise<readonly Cause[]> => {
  const look = await lookAt(world, pool);
  if (!look || !isInPlace(open.changes, look.snapshot)) return open.causes;
  await world.tell(concludeOpen(frameFor(world, pool, open.causes, open.id)(), open, look));
  return [];
};

const lookAndAct = async (world: World, lease: Lease, causes: readonly Cause[]): Promise<Outcome> => {
  const frame = frameFor(world, lease.pool, causes);
  const look = await lookAt(world, lease.pool);
  if (!look) return outcomeWithoutLook(frame(), 'gone', goneReason);
  if (!look.plan.request) return concludeLook(frame(), look);
  const judgeAgain = (snapshot: PoolSnapshot) => judgeFor(world, snapshot);
  const remember = async (ready: Look): Promise<void> => {
    const kept = await world.ledger.remember(lease, openOutcome(frame(), ready), world.now().toISOString());
    if (!kept) throw new LeaseLostError(lease);
  };
  const applied = await apply({ ...world, judge: judgeAgain, remember }, look, frame().id);
  return concludeApplied(frame(), look, applied);
};

const lookAt = async (world: World, pool: PoolRef): Promise<Look | undefined> => {
  const read = await world.pools.read(pool);
  return read.kind === 'gone' ? undefined : judgeFor(world, read.snapshot);
};

const judgeFor = ({ policies, mode, now }: World, snapshot: PoolSnapshot): Look =>
  judge(snapshot, policies, { ceiling: mode, today: now().toISOString().slice(0, 10) });

/** What all outcomes of one look share; `endedAt` is the time of the call. */
const frameFor = (
  { now, newId, policies }: World,
  pool: PoolRef,
  causes: readonly Cause[],
  id: string = newId(),
): (() => OutcomeFrame) => {
  const startedAt = now().toISOString();
  return () => ({ id, pool, causes, policyDigest: policies.digest, startedAt, endedAt: now().toISOString() });
};
