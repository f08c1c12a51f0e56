import { readLedgerPlace } from '../config.ts';
import type { LedgerOptions } from './ledger-at.ts';
import { ledgersByRegion, type RegionLedger } from './ledgers-by-region.ts';
import { NotDeployedError } from './not-deployed-error.ts';

/** What a command that only reads knows of the past of a Region's pools. */
export type FoundMemory =
  | { readonly kind: 'remembered'; readonly memory: RegionLedger }
  /** Nobody named a ledger, and no deployment tells of one. */
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * Finds what is remembered of each Region's pools, for who only reads it. A ledger that is named has to be there; a
 * deployed one is looked for, and a plan or a report can be made without it.
 * @throws CliError where a ledger that is named or found can't be read
 */
export const memoryByRegion = (options: LedgerOptions): ((region: string) => Promise<FoundMemory>) => {
  const isNamed = options.ledger !== undefined || readLedgerPlace() !== 'deployed';
  const ledgerOf = ledgersByRegion(options);
  return async (region) => {
    try {
      return { kind: 'remembered', memory: await ledgerOf(region) };
    } catch (error) {
      if (isNamed || !(error instanceof NotDeployedError)) throw error;
      return { kind: 'unknown', why: error.why };
    }
  };
};
