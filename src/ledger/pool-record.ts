import type { Cause } from '../change/cause.ts';
import type { PoolHistory } from '../history/pool-history.ts';
import type { PoolRequest } from '../history/pool-request.ts';
import type { OpenOutcome } from '../remediation/open-outcome.ts';
import type { LastOutcome, Remembered } from './ledger.ts';
import { oldestFirst } from './oldest-first.ts';

/** All that a ledger remembers of one pool. Times in milliseconds since 1970. */
export interface PoolRecord {
  /** Who holds the pool. */
  readonly lease?: { readonly id: string; readonly expires: number };
  readonly open?: OpenOutcome;
  /** Causes handed to a holder who hasn't told yet what came of them: kept, so that a crash loses none. */
  readonly given: readonly Cause[];
  /** How many more the holder was told of, of which nothing is kept. */
  readonly givenOmitted?: number;
  /** Causes that came while somebody held the pool or a look was due, and that nobody has been handed. */
  readonly waiting: readonly Cause[];
  /** How many more there were, of which nothing is kept. */
  readonly waitingOmitted?: number;
  /** True where somebody came for a look that was due, and found the pool held. */
  readonly isAskedFor?: true;
  /** Until then, what can wait does. */
  readonly dueAt?: number;
  /** When the last look that was told began. */
  readonly lookedAt?: number;
  readonly last?: LastOutcome;
  readonly history?: PoolHistory;
  readonly requests?: readonly PoolRequest[];
}

/** What is remembered of a pool that nobody has claimed yet. */
export const emptyRecord: PoolRecord = { given: [], waiting: [] };

/** What a look goes by of a pool's record. */
export const rememberedIn = ({ last, history, requests = [] }: PoolRecord): Omit<Remembered, 'account'> => ({
  ...(last && { last }),
  ...(history && { history }),
  requests: oldestFirst(requests),
});
