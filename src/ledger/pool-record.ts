import type { Cause } from '../change/cause.ts';
import type { OpenOutcome } from '../remediation/open-outcome.ts';
import type { LastOutcome } from './ledger.ts';

/** All that a ledger remembers of one pool. */
export interface PoolRecord {
  /** Who holds the pool; `expires` in milliseconds since 1970. */
  readonly lease?: { readonly id: string; readonly expires: number };
  readonly open?: OpenOutcome;
  /** Causes handed to a holder who hasn't told yet what came of them: kept, so that a crash loses none. */
  readonly given: readonly Cause[];
  /** Causes that came while somebody held the pool, and that nobody has been handed. */
  readonly waiting: readonly Cause[];
  /** When the last look that was told began, in milliseconds since 1970. */
  readonly lookedAt?: number;
  readonly last?: LastOutcome;
}

/** What is remembered of a pool that nobody has claimed yet. */
export const emptyRecord: PoolRecord = { given: [], waiting: [] };
