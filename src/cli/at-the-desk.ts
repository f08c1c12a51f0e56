import { randomUUID } from 'node:crypto';
import { type AwsAccount, awsAccount } from './aws-account.ts';
import { type LedgerInUse, type LedgerOptions, ledgerAt } from './ledger-at.ts';

/** Options of every command that reads what is remembered, or writes to it. */
export interface DeskOptions extends LedgerOptions {
  /** Where the deployment is, in place of the Region that the SDK's settings name. */
  readonly region?: string;
}

/** Who asks, where, and what is remembered there. */
export interface AtTheDesk extends LedgerInUse {
  readonly account: AwsAccount;
  /** The deployment's stage. */
  readonly stage: string;
  /** What every request to the ledger begins with; a new one at each call. */
  readonly signed: () => { readonly id: string; readonly by: string; readonly at: string };
}

/** @throws CliError where AWS doesn't tell who asks, or the ledger can't be found */
export const atTheDesk = async (options: DeskOptions): Promise<AtTheDesk> => {
  const account = await awsAccount(options.region);
  const ledger = await ledgerAt(options, account);
  return {
    ...ledger,
    account,
    stage: options.stage,
    signed: () => ({ id: randomUUID(), by: account.caller, at: new Date().toISOString() }),
  };
};
