import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { memoryLedger } from '../ledger/memory-ledger.ts';
import type { PolicySet } from '../policy/policy.ts';
import { cognitoPools } from '../pool/cognito-pools.ts';
import { cautiousPlan } from '../remediation/plan-options.ts';
import type { World } from '../world.ts';

/** The world of one command: the account that the SDK's settings lead to, a memory of its own, and nobody to tell. */
export const cliWorld = (policies: PolicySet): World => {
  const now = () => new Date();
  return {
    pools: cognitoPools(now),
    policies,
    ledger: memoryLedger({ leaseSeconds: 300, newId: randomUUID }),
    tell: async () => {},
    now,
    newId: randomUUID,
    wait: (milliseconds) => setTimeout(milliseconds),
    mode: 'remediate',
    timeLeft: () => Number.POSITIVE_INFINITY,
    planOptions: cautiousPlan,
  };
};
