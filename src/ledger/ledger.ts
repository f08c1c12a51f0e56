import type { Cause } from '../change/cause.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import type { OpenOutcome } from '../remediation/open-outcome.ts';

/** The right to write to one pool, until it is released or runs out. */
export interface Lease {
  readonly pool: PoolRef;
  /** Names the holder: whoever lost the lease can no longer act under it. */
  readonly id: string;
}

/** The newest outcome of a pool that people were told, or would have been had there been anything to tell. */
export interface LastOutcome {
  readonly id: string;
  /** What it left wrong, by `remainingOf`. */
  readonly remaining: string;
}

export type Claim =
  | {
      readonly kind: 'claimed';
      readonly lease: Lease;
      readonly open?: OpenOutcome;
      readonly last?: LastOutcome;
      readonly waiting: readonly Cause[];
    }
  /** Somebody else holds the pool; the causes wait for them, and they look again before they release. */
  | { readonly kind: 'busy' }
  /** A look that began after these causes has already been taken. */
  | { readonly kind: 'covered' };

export type Release =
  | { readonly kind: 'released' }
  /** Causes came in meanwhile: the lease goes on, look again. */
  | { readonly kind: 'again'; readonly causes: readonly Cause[] }
  /** The lease had run out, and somebody else may hold the pool. */
  | { readonly kind: 'lost' };

/** What Lifeguard remembers of pools. Every step is one conditional write on the pool's one item. */
export interface Ledger {
  /** @param now the time of the claim, ISO 8601 UTC */
  claim(pool: PoolRef, causes: readonly Cause[], now: string): Promise<Claim>;
  /** Stores the open outcome; false where the lease was lost, and then nothing may be written. */
  remember(lease: Lease, open: OpenOutcome, now: string): Promise<boolean>;
  /**
   * Ends a look whose outcome has been told: clears the open outcome and frees the pool.
   * @param lookedAt when the look began, ISO 8601 UTC: causes before it are covered from now on
   * @param last what to remember of the outcome
   */
  release(lease: Lease, lookedAt: string, last: LastOutcome): Promise<Release>;
  /** Frees the pool after a failure and leaves the open outcome for whoever comes next. */
  abandon(lease: Lease): Promise<void>;
}
