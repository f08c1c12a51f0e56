import type { Ledger } from './ledger/ledger.ts';
import type { PolicySet } from './policy/policy.ts';
import type { PoolRef } from './pool/pool-ref.ts';
import type { Pools } from './pool/pools.ts';
import type { Outcome } from './remediation/outcome.ts';
import type { PlanOptions } from './remediation/plan-options.ts';

/** All that the sentence needs of the world. Handlers, command line, sandbox and tests each build one. */
export interface World {
  readonly pools: Pools;
  readonly policies: PolicySet;
  readonly ledger: Ledger;
  /** Hands an outcome to those who tell people; called once for every look. */
  readonly tell: (outcome: Outcome) => Promise<void>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds that the process still has; a look that can't end in it stops and says so. */
  readonly timeLeft: () => number;
  /** The most that any rule may do: `notify` writes nothing. */
  readonly mode: 'notify' | 'remediate';
  readonly planOptions: PlanOptions;
  readonly habits: Habits;
  /** Has a pool looked at again in so many seconds, at most 900, whatever happens to this process. */
  readonly later: (pool: PoolRef, seconds: number) => Promise<void>;
}

/** When what is found is put right. */
export interface Habits {
  /** How long after a pool's last change nothing but a critical finding is put right; 0 is at once. */
  readonly settleSeconds: number;
  /** True where what was there when its pool or rule was first seen is left until a person accepts it. */
  readonly leavesDebt: boolean;
  /** After how many days debt is put right all the same; absent where only a person decides. */
  readonly debtAfterDays?: number;
}

/** Everything at once: for a person who asked. */
export const promptly: Habits = { settleSeconds: 0, leavesDebt: false };
