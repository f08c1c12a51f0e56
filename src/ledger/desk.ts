import type { Pause, PoolRequest } from '../history/pool-request.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import type { KeptOutcome, Remembered, Standing } from './ledger.ts';

/** The ledger for people: what they read of it, and what they ask of it. */
export interface Desk {
  /** An outcome by its id; undefined where none is kept. */
  outcome(id: string): Promise<KeptOutcome | undefined>;
  /** What is remembered of a pool; undefined where nothing is. */
  pool(pool: PoolRef): Promise<Remembered | undefined>;
  /** Asks something of a pool's memory; false where nothing is remembered of the pool. */
  ask(pool: PoolRef, request: PoolRequest): Promise<boolean>;
  /** Stops writing for a time. */
  pause(pause: Pause): Promise<void>;
  /** Takes a pause away before its end; the same twice does no harm. */
  resume(pause: Pause): Promise<void>;
  /** Every pause that hasn't been taken away, those that are over too. */
  pauses(): Promise<readonly Pause[]>;
  /** How many entries stand among the pauses that no ledger wrote: nobody goes by them. */
  damagedPauses(): Promise<number>;
  /** Takes those away, and no pause with them; where no pauses can stand, they can again. How many it was. */
  mendPauses(): Promise<number>;
  /** What a sweep found standing, pool by pool, in the order of their ARNs: an account has thousands. */
  notes(sweep: string): AsyncIterable<Standing>;
}
