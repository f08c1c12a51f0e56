import type { Cause } from '../change/cause.ts';
import type { Watch } from '../history/past.ts';
import type { PoolHistory } from '../history/pool-history.ts';
import type { Pause, PoolRequest } from '../history/pool-request.ts';
import type { PoolOwner } from '../policy/owner.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import type { OpenOutcome } from '../remediation/open-outcome.ts';
import type { Outcome } from '../remediation/outcome.ts';

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

/** What is remembered for the whole account that a look goes by. */
export interface AccountMemory {
  readonly pauses: readonly Pause[];
  /** Absent before the first sweep. */
  readonly watch?: Watch;
}

/** What the pool's item and the account's say before a look. */
export interface Remembered {
  readonly last?: LastOutcome;
  /** Absent where the pool has never been looked at. */
  readonly history?: PoolHistory;
  /** What people asked, oldest first. */
  readonly requests: readonly PoolRequest[];
  readonly account: AccountMemory;
}

/** Causes that wait for a look, and how many more there were of which nothing is kept. */
export interface Waiting {
  readonly waiting: readonly Cause[];
  readonly omitted: number;
}

/** A pool that is ours until the lease ends, with all that is remembered of it. */
export type Claimed = {
  readonly kind: 'claimed';
  readonly lease: Lease;
  /** What a process that is gone left unfinished. */
  readonly open?: OpenOutcome;
} & Remembered &
  Waiting;

/** What comes of asking for a pool. */
export type Claim =
  | Claimed
  /** Somebody else holds the pool; the causes wait for them, and they look again before they release. */
  | { readonly kind: 'busy' }
  /** Nobody holds the pool, a look is due soon, and the causes wait for it. */
  | { readonly kind: 'due' }
  /** A look that began after these causes has already been taken. */
  | ({ readonly kind: 'covered' } & Remembered);

/** What comes of giving a pool back. */
export type Release =
  | { readonly kind: 'released' }
  /** Causes came in meanwhile: the lease goes on, look again. */
  | { readonly kind: 'again'; readonly causes: readonly Cause[]; readonly omitted: number }
  /** The lease had run out, and somebody else may hold the pool. */
  | { readonly kind: 'lost' };

/** What a look leaves behind when it is over. */
export interface Told {
  /** When the look began, ISO 8601 UTC: causes before it are covered from now on. */
  readonly lookedAt: string;
  readonly last: LastOutcome;
  /** Absent where the pool is gone: then its history stays as it was. */
  readonly history?: PoolHistory;
  /** Ids of the requests that the history has taken in: they are forgotten. */
  readonly requestsDone: readonly string[];
}

/** An outcome that is kept for people, with what an undo needs. */
export interface KeptOutcome {
  readonly outcome: Outcome;
  /** There where something was written. */
  readonly preImage?: OpenOutcome['preImage'];
}

/** What a sweep found standing at one pool, for its digest. */
export interface Standing {
  readonly pool: PoolRef;
  readonly name: string | null;
  /** ISO 8601 UTC; absent where the pool wasn't seen, or a version before this one wrote it. */
  readonly createdAt?: string;
  /** Whose pool it is; absent where nobody is known to own it. */
  readonly owners?: readonly PoolOwner[];
  readonly outcome: Outcome['kind'];
  /** When the look was over, ISO 8601 UTC: a digest tells of it later, when the pool may be another. */
  readonly at: string;
  readonly findings: Outcome['findings'];
  readonly refusals: Outcome['refusals'];
}

/** What Lifeguard remembers of pools. Every step of a look is one conditional write on the pool's one item. */
export interface Ledger {
  /**
   * @param now the time of the claim, ISO 8601 UTC
   * @param mayWait true where the causes can wait for a look that is due soon
   */
  claim(pool: PoolRef, causes: readonly Cause[], now: string, mayWait?: boolean): Promise<Claim>;
  /** The pauses that last at this time, ISO 8601 UTC: a claim tells those that lasted when it was made. */
  pauses(now: string): Promise<readonly Pause[]>;
  /** Stores the open outcome; false where the lease was lost, and then nothing may be written. */
  remember(lease: Lease, open: OpenOutcome, now: string): Promise<boolean>;
  /** Keeps an outcome for people, and for an undo. The same one twice is kept once. */
  keep(kept: KeptOutcome): Promise<void>;
  /** Keeps what a sweep found standing at a pool. The same pool twice is kept once. */
  note(sweep: string, standing: Standing): Promise<void>;
  /** Ends a look whose outcome has been told: clears the open outcome and frees the pool. */
  release(lease: Lease, told: Told): Promise<Release>;
  /**
   * Frees the pool without an end to the look: the causes wait for one that is due then. An open outcome stays.
   * @param dueAt ISO 8601 UTC
   */
  defer(lease: Lease, waiting: Waiting, dueAt: string): Promise<void>;
  /** Frees the pool after a failure and leaves the open outcome for whoever comes next. */
  abandon(lease: Lease): Promise<void>;
}
