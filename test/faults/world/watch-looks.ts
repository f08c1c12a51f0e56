import type { PoolRef } from '../../../src/pool/pool-ref.ts';
import type { PoolSnapshot } from '../../../src/pool/pool-snapshot.ts';
import { tally } from './observed.ts';
import type { Watching } from './pools-of.ts';
import type { Stage } from './stage.ts';

/** Keeps what a process saw last of each pool, and sees to it that never two of them write to one at a time. */
export const watchLooks = ({ observed, underWay, planned }: Stage): Watching => {
  const seen = new Map<string, PoolSnapshot>();
  return {
    onRead: (snapshot) => {
      seen.set(snapshot.pool.id, snapshot);
      tally(observed.looks, snapshot.pool.id);
    },
    onWriting: (pool: PoolRef, outcome) => {
      if (underWay.has(pool.id))
        observed.violations.push(`Two processes write to ${pool.id} at a time, one of them for ${outcome}.`);
      const plan = planned(pool, outcome);
      if (!plan)
        observed.violations.push(`${outcome} writes to ${pool.id} without having remembered its plan.`);
      underWay.set(pool.id, { base: seen.get(pool.id), planned: plan });
      return () => {
        underWay.delete(pool.id);
      };
    },
  };
};
