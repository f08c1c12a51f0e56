import type { AskedCause } from '../../change/cause.ts';
import type { Claim } from '../../ledger/ledger.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import type { World } from '../../world.ts';

export type Claimed = Extract<Claim, { kind: 'claimed' }>;

/** A look ends within a minute, and a lease that nobody gives back runs out half a minute later. */
const tries = 50;
const pauseMilliseconds = 2000;

/**
 * Claims a pool for a person, and waits for somebody else's look to end.
 * @returns `busy` where it doesn't end, `unfinished` where one broke off: that one has to be finished first, by a look
 */
export const claimByHand = async (
  { ledger, now, wait }: World,
  pool: PoolRef,
  asked: AskedCause,
): Promise<Claimed | { readonly kind: 'busy' | 'unfinished' }> => {
  for (let round = 0; round < tries; round += 1) {
    if (round > 0) await wait(pauseMilliseconds);
    const claim = await ledger.claim(pool, [asked], now().toISOString());
    if (claim.kind !== 'claimed') continue;
    if (!claim.open) return claim;
    await ledger.abandon(claim.lease);
    return { kind: 'unfinished' };
  }
  return { kind: 'busy' };
};

/** Long ago: what a person writes isn't a look that answers for anybody's call. */
const never = new Date(0).toISOString();

/**
 * Gives a pool back after a person's write. Calls that were waiting for a look go on waiting for one: they are left
 * for ourselves, who still hold the pool, and deferred when the release hands them over.
 * @returns true where calls wait
 */
export const giveBack = async (
  { ledger, now }: World,
  { lease, waiting, omitted, last }: Claimed,
  asked: AskedCause,
  { id }: Outcome,
): Promise<boolean> => {
  const calls = waiting.filter(({ kind }) => kind !== 'asked');
  if (calls.length > 0) {
    const left = await ledger.claim(lease.pool, [...calls, asked], now().toISOString());
    // Our lease had run out, and nobody took the pool: the calls are there still, and nobody may hold it for us.
    if (left.kind === 'claimed') {
      await ledger.abandon(left.lease);
      return true;
    }
  }
  // Equal to nothing that a look can find: our own write, coming back as an event, is looked at and told.
  const release = await ledger.release(lease, {
    lookedAt: never,
    last: last ?? { id, remaining: '' },
    requestsDone: [],
  });
  if (release.kind !== 'again') return false;
  const left = { waiting: release.causes, omitted: release.omitted + omitted };
  await ledger.defer(lease, left, now().toISOString());
  return true;
};
