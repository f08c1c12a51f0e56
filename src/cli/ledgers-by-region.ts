import type { Pause } from '../history/pool-request.ts';
import { type LedgerInUse, type LedgerOptions, ledgerAt } from './ledger-at.ts';

/** What is remembered of a Region's pools. */
export interface RegionLedger extends LedgerInUse {
  /** Those that there were when it was opened. */
  readonly pauses: readonly Pause[];
}

/**
 * Opens the ledger of each Region's pools, once: that of the deployment which looks after the Region, as the Region's
 * own Parameter Store tells. The ledger of any other knows nothing of them, and a pool looked at by it would pass for
 * one that somebody took out of the memory. So there is no falling back on where the command was called for.
 * @throws CliError where no deployment looks after a Region, or its ledger can't be read
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
