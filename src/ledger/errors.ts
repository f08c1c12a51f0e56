import type { PoolRef } from '../pool/pool-ref.ts';
import type { Lease } from './ledger.ts';

/** The lease ran out before the write: somebody else may hold the pool, so nothing was written. */
export class LeaseLostError extends Error {
  readonly lease: Lease;

  constructor(lease: Lease) {
    super(`The claim on user pool ${lease.pool.id} ran out before anything was written.`);
    this.name = 'LeaseLostError';
    this.lease = lease;
  }
}

/** What is stored of a pool is not what a ledger wrote: never taken for a pool that nothing is known of. */
export class LedgerBrokenError extends Error {
  /** @param place where it is stored, for a person who is to repair or remove it */
  constructor(place: string, problem: string) {
    super(`What Lifeguard remembers in ${place} can't be read: ${problem}.`);
    this.name = 'LedgerBrokenError';
  }
}

/** There is no room for more, or somebody else is always first: the triggers must be brought again. */
export class LedgerBusyError extends Error {
  constructor(pool: PoolRef, problem: string) {
    super(`The ledger can't take this for user pool ${pool.id} now: ${problem}.`);
    this.name = 'LedgerBusyError';
  }
}
