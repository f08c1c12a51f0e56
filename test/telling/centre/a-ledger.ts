import { memoryLedger } from '../../../src/ledger/memory-ledger.ts';

/** A ledger in memory for whoever makes no claims. */
export const aLedger = () =>
  memoryLedger({
    leaseSeconds: 90,
    newId: () => 'unused',
    distinct: (causes) => ({ causes, causesOmitted: 0 }),
  });
