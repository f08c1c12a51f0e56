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
