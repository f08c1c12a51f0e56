import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import type { Pools } from '../pool/pools.ts';
import type { Progress } from './applied.ts';
import type { Look } from './look.ts';

/** What applying a plan needs of the world. */
export interface ApplyTools {
  readonly pools: Pools;
  /** @param restoresTier false where AWS has refused to take a remembered tier back */
  readonly judge: (snapshot: PoolSnapshot, restoresTier?: boolean) => Look;
  /** Stores plan and pre-image; nothing is written before it has. */
  readonly remember: (look: Look, progress: Progress) => Promise<void>;
  /** Why nothing may be written any more, asked before each further try; undefined where it may. */
  readonly stopped?: () => Promise<string | undefined>;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds that the process still has. */
  readonly timeLeft: () => number;
}
