import type { Contract } from './contract/a-ledger.ts';
import { accountsContract } from './contract/accounts.ts';
import { burstContract } from './contract/bursts.ts';
import { claimContract } from './contract/claims.ts';
import { coveredCausesContract } from './contract/covered-causes.ts';
import { dueLooksContract } from './contract/due-looks.ts';
import { historiesContract } from './contract/histories.ts';
import { keptContract } from './contract/kept.ts';
import { lastOutcomesContract } from './contract/last-outcomes.ts';
import { membersContract } from './contract/members.ts';
import { noticesContract } from './contract/notices.ts';
import { openOutcomesContract } from './contract/open-outcomes.ts';
import { requestsContract } from './contract/requests.ts';
import { waitingCausesContract } from './contract/waiting-causes.ts';

const contracts: readonly Contract[] = [
  claimContract,
  waitingCausesContract,
  burstContract,
  dueLooksContract,
  coveredCausesContract,
  openOutcomesContract,
  lastOutcomesContract,
  historiesContract,
  requestsContract,
  accountsContract,
  keptContract,
  noticesContract,
  membersContract,
];

/** What every ledger promises, whatever it is made of. */
export const ledgerContract: Contract = (name, make) => {
  for (const contract of contracts) contract(name, make);
};
