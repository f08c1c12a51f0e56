import type { PoolRef } from '../../../src/pool/pool-ref.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import type { PoolSnapshot } from '../../../src/pool/pool-snapshot.ts';
import { accountId, region } from './cognito-in-time.ts';
import type { Life } from './life.ts';
import { tally } from './observed.ts';
import type { Stage } from './stage.ts';

/** A write that has left a process and isn't answered. */
export interface UnderWay {
  readonly base: PoolSnapshot | undefined;
  readonly planned: Stage['planned'] extends (pool: PoolRef, outcome: string) => infer Planned
    ? Planned
    : never;
}

/** Keeps what each process saw last of a pool, and sees to it that never two of them write to one at a time. */
export const watchLooks = (stage: Stage, _life: Life) => {
  const seen = new Map<string, PoolSnapshot>();
  const { observed, underWay, planned } = stage;
  return {
    onRead: (snapshot: PoolSnapshot): void => {
      seen.set(snapshot.pool.id, snapshot);
      tally(observed.looks, snapshot.pool.id);
    },
    onWriting: (pool: PoolRef, outcome: string): (() => void) => {
      if (underWay.has(pool.id))
        observed.violations.push(`Two processes write to ${pool.id} at a time, one of them for ${outcome}.`);
      const plan = planned(poolRef(accountId, region, pool.id), outcome);
      if (!plan)
        observed.violations.push(`${outcome} writes to ${pool.id} without having remembered its plan.`);
      underWay.set(pool.id, { base: seen.get(pool.id), planned: plan });
      return () => {
        underWay.delete(pool.id);
      };
    },
  };
};
