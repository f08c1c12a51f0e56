import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import { ledgerContract } from './ledger-contract.ts';

ledgerContract('a ledger in memory', (leaseSeconds) => {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `lease-${ids}`;
  };
  return memoryLedger({ leaseSeconds, newId, distinct: distinctCauses });
});
