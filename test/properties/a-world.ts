import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import type { Pools } from '../../src/pool/pools.ts';
import { promptly, type World } from '../../src/world.ts';
import { aClock } from '../support/a-clock.ts';
import type { Demand } from './arbitrary-policies.ts';

/** The clock of all cases. */
export const clock = aClock();

let ids = 0;
const newId = (): string => {
  ids += 1;
  return `outcome-${ids}`;
};

/** A world in which nothing waits, that remembers nothing yet and tells nobody. */
export const worldOf = (pools: Pools, { policies, options }: Demand): World => ({
  pools,
  policies,
  ledger: memoryLedger({ leaseSeconds: 90, newId, distinct: distinctCauses }).looks,
  tell: async () => {},
  now: clock.now,
  newId,
  wait: clock.wait,
  timeLeft: () => Number.POSITIVE_INFINITY,
  mode: 'remediate',
  planOptions: options,
  habits: promptly,
  later: async () => {},
});
