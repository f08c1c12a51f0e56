import { readLedgerPlace } from '../config.ts';
import type { AwsAccount } from './aws-account.ts';
import type { Memory } from './by-hand/consider-as-remembered.ts';
import { type LedgerOptions, ledgerAt } from './ledger-at.ts';
import { NotDeployedError } from './not-deployed-error.ts';

/** What a command that only reads knows of the past. */
export type FoundMemory =
  | { readonly kind: 'remembered'; readonly memory: Memory }
  /** Nobody named a ledger, and no deployment tells of one. */
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * Finds what is remembered, for who only reads it. A ledger that is named has to be there; a deployed one is looked
 * for, and a plan or a report can be made without it.
 * @throws CliError where a ledger that is named or found can't be read
 */
export const findMemory = async (
  options: LedgerOptions,
  account: Pick<AwsAccount, 'region'>,
): Promise<FoundMemory> => {
  const isNamed = options.ledger !== undefined || readLedgerPlace() !== 'deployed';
  try {
    const { desk, isDeployed } = await ledgerAt(options, account);
    return { kind: 'remembered', memory: { desk, isDeployed, pauses: await desk.pauses() } };
  } catch (error) {
    if (isNamed || !(error instanceof NotDeployedError)) throw error;
    return { kind: 'unknown', why: error.why };
  }
};
