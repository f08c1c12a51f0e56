import type { AskedCause } from '../../change/cause.ts';
import type { Claimed } from '../../ledger/ledger.ts';
import { beginLook } from '../../look/look.ts';
import { planMemory } from '../../look/plan-memory.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { PoolSnapshot } from '../../pool/pool-snapshot.ts';
import { apply } from '../../remediation/apply.ts';
import type { Look } from '../../remediation/look.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import type { World } from '../../world.ts';
import { claimByHand, giveBack } from './claim-by-hand.ts';
import { concludeDeed } from './conclude-deed.ts';

/** Something that a person has written to a pool. */
export interface Deed {
  /** Judges and plans; called again at every look. */
  readonly judge: (snapshot: PoolSnapshot) => Look;
  /** What the person was shown and said yes to. */
  readonly accepted: Look;
  /** One sentence for the outcome: who had what done. */
  readonly reason: string;
  /** Has to succeed before anything is written. */
  readonly prepare?: () => Promise<void>;
  /** Undoes that, where nothing was written after all. */
  readonly takeBack?: () => Promise<void>;
}

/** What came of a deed. */
export type Done =
  | {
      readonly kind: 'done';
      readonly outcome: Outcome;
      /** True where calls wait for a look: those that came meanwhile, our own among them. */
      readonly callsWait: boolean;
    }
  /** Somebody else holds the pool, and goes on holding it. */
  | { readonly kind: 'busy' }
  /** A process that is gone left something unfinished here. */
  | { readonly kind: 'unfinished' }
  /** The pool isn't as it was shown any more. */
  | { readonly kind: 'differs'; readonly look: Look }
  | { readonly kind: 'gone' };

/**
 * Carries out what a person accepted, under a claim: looked at again, remembered, written, verified, kept.
 * @throws PoolUnreachableError, LeaseLostError and what the ledger throws
 */
export const carryOut = async (world: World, pool: PoolRef, deed: Deed): Promise<Done> => {
  const asked: AskedCause = { kind: 'asked', eventTime: world.now().toISOString() };
  const claim = await claimByHand(world, pool, asked);
  if (claim.kind !== 'claimed') return claim;
  try {
    const read = await world.pools.read(pool);
    const look = read.kind === 'gone' ? undefined : deed.judge(read.snapshot);
    if (look && isAsAccepted(look, deed.accepted)) return await write(world, claim, asked, look, deed);
    await world.ledger.abandon(claim.lease);
    return look ? { kind: 'differs', look } : { kind: 'gone' };
  } catch (error) {
    // A ledger that can't be reached keeps the lease until it runs out; what went wrong first is what matters.
    await world.ledger.abandon(claim.lease).catch(() => undefined);
    throw error;
  }
};

const isAsAccepted = ({ plan }: Look, accepted: Look): boolean =>
  plan.refusals.length === 0 && JSON.stringify(plan.changes) === JSON.stringify(accepted.plan.changes);

const write = async (
  world: World,
  claim: Claimed,
  asked: AskedCause,
  look: Look,
  { judge, reason, prepare, takeBack }: Deed,
): Promise<Done> => {
  const { lease } = claim;
  const frame = beginLook(world, lease.pool, [asked], { history: claim.history });
  const sent = { any: false };
  const pools = {
    ...world.pools,
    write: (...args: Parameters<typeof world.pools.write>) => {
      sent.any = true;
      return world.pools.write(...args);
    },
  };
  await prepare?.();
  try {
    const memory = planMemory(world, lease, frame, look.evaluation.findings);
    const applied = await apply({ ...world, pools, judge, remember: memory.remember }, look, frame().id);
    const outcome = concludeDeed(frame(), look, applied, reason);
    const preImage = memory.preImage();
    if (outcome.changes.length === 0) await takeBack?.();
    await world.ledger.keep({ outcome, ...(preImage && outcome.changes.length > 0 && { preImage }) });
    return { kind: 'done', outcome, callsWait: await giveBack(world, claim, asked, outcome) };
  } catch (error) {
    // After a write whose end nobody saw, what was prepared for it stays: it ends by itself.
    if (!sent.any) await takeBack?.().catch(() => undefined);
    throw error;
  }
};
