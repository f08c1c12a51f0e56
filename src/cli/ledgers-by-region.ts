import type { Pause } from '../history/pool-request.ts';
import { type LedgerInUse, type LedgerOptions, ledgerAt } from './ledger-at.ts';

/** What is remembered of a Region's pools. */
export interface RegionLedger extends LedgerInUse {
  /** Those that there were when it was opened. */
  readonly pauses: readonly Pause[];
}

/**
 * Opens the ledger of each Region's pools, once. A deployment watches the pools of its own Region alone, and its ledger
 * knows no others: looked at by another Region's, a pool would pass for one that somebody took out of the memory. So
 * there is no falling back on the ledger of the Region that the command was called for.
 * @throws CliError where a Region has no deployment, or its ledger can't be read
 */
export const ledgersByRegion = (options: LedgerOptions): ((region: string) => Promise<RegionLedger>) => {
  const opened = new Map<string, Promise<RegionLedger>>();
  const open = async (region: string): Promise<RegionLedger> => {
    const ledger = await ledgerAt(options, { region });
    return { ...ledger, pauses: await ledger.desk.pauses() };
  };
  return (region) => {
    const known = opened.get(region) ?? open(region);
    opened.set(region, known);
    return known;
  };
};
