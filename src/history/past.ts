import type { Cause } from '../change/cause.ts';
import type { PoolHistory } from './pool-history.ts';

/** Since when all pools of the account have been looked after. */
export interface Watch {
  /** When the first sweep began, ISO 8601 UTC. */
  readonly since: string;
  /** True once a sweep has looked at every pool: from then on each has a history. */
  readonly isComplete: boolean;
}

/** What a look knows of a pool beside what it sees. */
export interface Past {
  /** What earlier looks left, with what people asked since taken in; absent where nobody has looked before. */
  readonly history?: PoolHistory;
  /** Absent before the first sweep. */
  readonly watch?: Watch;
  /** Why we look. */
  readonly causes: readonly Cause[];
  /** When the look began, ISO 8601 UTC. */
  readonly now: string;
  /** True where what was there when its pool or rule was first seen is left until a person accepts it. */
  readonly leavesDebt: boolean;
  /** After how many days debt is put right all the same. */
  readonly debtAfterDays?: number;
}

/** Nothing is known, and nothing is left: for a person who asks. */
export const noPast = (causes: readonly Cause[], now: string): Past => ({ causes, now, leavesDebt: false });
