import type { PoolRef } from '../../pool/pool-ref.ts';
import type { Outcome } from '../../remediation/outcome.ts';

/** A pool at which something stood in the way. */
export interface FailedWrite {
  readonly pool: PoolRef;
  readonly error: unknown;
  /** True where a write was on its way by then: it may have taken effect. */
  readonly isSent: boolean;
}

/** What came of a pool that was enforced. */
export interface Enforced {
  /** Those that are worth telling, oldest first: each that wrote something, and how the last look found the pool. */
  readonly told: readonly [Outcome, ...Outcome[]];
  readonly last: Outcome;
}

/** What has become of pools that are to be written to, as far as it is known at any moment. */
export interface WriteLog {
  readonly begin: (pool: PoolRef) => void;
  readonly done: (pool: PoolRef, enforced: Enforced) => void;
  readonly fail: (failed: FailedWrite) => void;
  /** Those that were begun, and nobody knows yet how it ends. */
  readonly underWay: () => readonly PoolRef[];
  /** Those that nobody has begun. */
  readonly left: () => readonly PoolRef[];
  readonly failed: () => readonly FailedWrite[];
  /** How many changes were written, and to how many pools. */
  readonly written: () => { readonly changes: number; readonly pools: number };
}

/**
 * Nothing is written yet.
 * @param pools those that are to be written to
 * @param take told of each as soon as it is known
 */
export const writeLog = (
  pools: readonly PoolRef[],
  take: (pool: PoolRef, enforced: Enforced) => void,
): WriteLog => {
  const left = new Set(pools);
  const underWay = new Set<PoolRef>();
  const failed: FailedWrite[] = [];
  const written = { changes: 0, pools: 0 };
  return {
    begin: (pool) => {
      left.delete(pool);
      underWay.add(pool);
    },
    done: (pool, enforced) => {
      underWay.delete(pool);
      const changes = enforced.told.reduce((sum, outcome) => sum + outcome.changes.length, 0);
      written.changes += changes;
      written.pools += changes > 0 ? 1 : 0;
      take(pool, enforced);
    },
    fail: (each) => {
      underWay.delete(each.pool);
      failed.push(each);
    },
    underWay: () => [...underWay],
    left: () => [...left],
    failed: () => failed,
    written: () => ({ ...written }),
  };
};
