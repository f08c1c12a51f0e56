import type { Ledger } from './ledger/ledger.ts';
import type { PolicySet } from './policy/policy.ts';
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
}
