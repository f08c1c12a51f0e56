import type { LedgerOptions } from '../ledger-at.ts';
import { type FoundMemory, memoryByRegion } from '../memory-by-region.ts';

/** What a report knows of the past, by Region. */
type Pasts = ReadonlyMap<string, FoundMemory>;

/**
 * Finds what is remembered of each Region's pools.
 * @throws CliError where a ledger that is named or found can't be read
 */
export const pastsOf = async (options: LedgerOptions, regions: readonly string[]): Promise<Pasts> => {
  const none: FoundMemory = { kind: 'unknown', why: '--ledger none' };
  const pastOf = options.ledger === 'none' ? async () => none : memoryByRegion(options);
  return new Map(await Promise.all(regions.map(async (region) => [region, await pastOf(region)] as const)));
};

/** Whose ledger a report was made by; nothing where none was read. */
export const ledgerFact = (pasts: Pasts): { readonly ledger?: string } => {
  const read = [...pasts].flatMap(([region, past]) =>
    past.kind === 'remembered' ? [{ region, ...past.memory }] : [],
  );
  if (read.length === 0) return {};
  if (!read.some(({ isDeployed }) => isDeployed)) return { ledger: 'in a folder' };
  const where = read.map(({ region }) => region).join(', ');
  return {
    ledger: `of the deployment that looks after ${where}${read.length < pasts.size ? '; elsewhere debt, trend and resting rules are not known' : ''}`,
  };
};

/** True where a ledger was read of any Region. */
export const isAnyRemembered = (pasts: Pasts): boolean =>
  [...pasts.values()].some(({ kind }) => kind === 'remembered');

/** Why no ledger was read of Regions; where any pool was seen, of those that have pools. */
export const whyUnread = (pasts: Pasts, seenIn: ReadonlySet<string>): readonly string[] => [
  ...new Set(
    [...pasts].flatMap(([region, past]) =>
      past.kind === 'unknown' && (seenIn.size === 0 || seenIn.has(region)) ? [past.why] : [],
    ),
  ),
];
