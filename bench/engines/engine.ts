import type { PoolSnapshot } from '../../src/pool/pool-snapshot.ts';

/** Something that says which of the twenty rules a pool breaks. */
export interface Engine {
  readonly name: string;
  /** The ids of the rules that the pool breaks, in any order. */
  readonly broken: (pool: PoolSnapshot) => readonly string[] | Promise<readonly string[]>;
}
