import type { Contract } from './contract/a-ledger.ts';
import { claimContract } from './contract/claims.ts';
import { coveredCausesContract } from './contract/covered-causes.ts';
import { lastOutcomesContract } from './contract/last-outcomes.ts';
import { openOutcomesContract } from './contract/open-outcomes.ts';
import { waitingCausesContract } from './contract/waiting-causes.ts';

/** What every ledger promises, whatever it is made of. */
export const ledgerContract: Contract = (name, make) => {
  claimContract(name, make);
  waitingCausesContract(name, make);
  coveredCausesContract(name, make);
  openOutcomesContract(name, make);
  lastOutcomesContract(name, make);
};
