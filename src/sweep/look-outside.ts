import type { UnwatchedRegions } from '../ledger/account-book.ts';
import { isClosedRegion } from '../pool/is-closed-region.ts';
import { isUnknownHost } from '../pool/is-unknown-host.ts';
import type { OutsideRegion } from './announcement.ts';
import type { Sweeper } from './sweeper.ts';

/** What there is outside of the governed Regions. */
export interface Outside {
  /** Regions with pools, as they were counted just now. */
  readonly found: readonly OutsideRegion[];
  /** The names of Regions that have pools, or had when they could last be listed. */
  readonly has: readonly string[];
  /** Regions whose pools nobody lets us list. */
  readonly unlisted: readonly string[];
  /** True where AWS doesn't tell which Regions are enabled. */
  readonly isEnabledUnknown: boolean;
  /** False where an answer is missing: it is asked for again with the next sweep. */
  readonly isWhole: boolean;
}

/** How many pages of a Region are counted: 1,200 pools are enough to know that it matters. */
const mostPages = 20;

/**
 * Counts the pools of every enabled Region that isn't governed: a call for each Region and sixty pools.
 * @param told what was found before, for Regions that don't answer now
 */
export const lookOutside = async (sweeper: Sweeper, told: UnwatchedRegions): Promise<Outside> => {
  const { regions, enabledRegions } = sweeper;
  const enabled = await enabledRegions().catch(() => undefined);
  if (!enabled)
    return { found: [], has: told.outside, unlisted: told.unlisted, isEnabledUnknown: true, isWhole: false };
  const others = enabled.filter((region) => !regions.includes(region));
  const counted = await Promise.all(others.map((region) => countPools(sweeper, region)));
  const found = counted.flatMap((each) => (each.kind === 'pools' && each.pools > 0 ? [each] : []));
  const silent = counted.flatMap(({ kind, region }) => (kind === 'silent' ? [region] : []));
  const asBefore = (regionsTold: readonly string[]) =>
    regionsTold.filter((region) => silent.includes(region));
  return {
    found: found.map(({ region, pools, isMore }) => ({ region, pools, ...(isMore && { isMore: true }) })),
    has: [...found.map(({ region }) => region), ...asBefore(told.outside)],
    unlisted: [
      ...counted.flatMap(({ kind, region }) => (kind === 'closed' ? [region] : [])),
      ...asBefore(told.unlisted),
    ],
    isEnabledUnknown: false,
    isWhole: silent.length === 0,
  };
};

type Counted = { readonly region: string } & (
  | { readonly kind: 'pools'; readonly pools: number; readonly isMore: boolean }
  /** A policy closes it to us. */
  | { readonly kind: 'closed' }
  /** No answer, for now. */
  | { readonly kind: 'silent' }
);

const countPools = async ({ pools, count }: Sweeper, region: string): Promise<Counted> => {
  let found = 0;
  let from: string | undefined;
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const { ids, next } = await pools.page(region, from === undefined ? {} : { from });
      found += ids.length;
      from = next;
      if (from === undefined) break;
    }
    return { kind: 'pools', region, pools: found, isMore: from !== undefined };
  } catch (error) {
    // Amazon Cognito isn't in every Region.
    if (isUnknownHost(error)) return { kind: 'pools', region, pools: 0, isMore: false };
    count('ListingsFailed', 1);
    return { kind: isClosedRegion(error) ? 'closed' : 'silent', region };
  }
};
