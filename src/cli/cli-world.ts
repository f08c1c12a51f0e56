import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { distinctCauses } from '../change/distinct-causes.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { memoryLedger } from '../ledger/memory-ledger.ts';
import type { PolicySet } from '../policy/policy.ts';
import { cognitoPools } from '../pool/cognito-pools.ts';
import { cautiousPlan } from '../remediation/plan-options.ts';
import { promptly, type World } from '../world.ts';

/**
 * The world of one command: the account that the SDK's settings lead to, and nobody to tell. A person who asks is
 * there, so nothing waits and no debt is left.
 * @param ledger a memory of its own, if not said
 */
export const cliWorld = (policies: PolicySet, ledger: Ledger = ownMemory()): World => {
  const now = () => new Date();
  return {
    pools: cognitoPools(now),
    policies,
    ledger,
    tell: async () => {},
    now,
    newId: randomUUID,
    wait: (milliseconds) => setTimeout(milliseconds),
    mode: 'remediate',
    timeLeft: () => Number.POSITIVE_INFINITY,
    planOptions: cautiousPlan,
    habits: promptly,
    // What waits is said, and whoever asked comes again; a deployment looks by itself.
    later: async () => {},
  };
};

const ownMemory = (): Ledger =>
  memoryLedger({ leaseSeconds: 300, newId: randomUUID, distinct: distinctCauses }).looks;
