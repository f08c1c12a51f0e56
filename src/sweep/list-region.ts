import type { SweepUnderWay } from '../ledger/account-book.ts';
import { poolRef } from '../pool/pool-ref.ts';
import { delayOf, lengthOf } from './pace.ts';
import type { Sweeper } from './sweeper.ts';

/** How far a step has come with a Region. */
export interface ListedRegion {
  readonly region: string;
  /** How many looks it has asked for there. */
  readonly asked: number;
  /** When these will have come up, in milliseconds since 1970. */
  readonly until: number;
  /** True where its last page was listed. */
  readonly isListed: boolean;
  /** Where the next page begins; absent at the Region's beginning and after its end. */
  readonly next?: string;
  /** Why no further page could be listed. */
  readonly error?: unknown;
}

/** Milliseconds between the last of several pages and the first look: what the listing took of a second is over. */
const gap = 1000;

/**
 * Lists so many pages of a Region's pools as a step has time for, then asks for looks at them, each at its time: one
 * after the other, since either takes what the pace has room for.
 * @throws where looks could not be asked for; a page that can't be listed is told in the answer
 */
export const listRegion = async (
  { accountId, pace, pools, askForLooks, count, now, wait }: Sweeper,
  { id, from }: Pick<SweepUnderWay, 'id' | 'from'>,
  region: string,
): Promise<ListedRegion> => {
  const ids: string[] = [];
  let next = from?.[region];
  let failure: { readonly error: unknown } | undefined;
  let isListed = false;
  for (let page = 0; page < pace.pages && !isListed && !failure; page += 1) {
    if (page > 0) await wait(1000 / pace.listings);
    const options = { size: pace.pageSize, ...(next !== undefined && { from: next }) };
    const listed = await pools.page(region, options).catch((error: unknown) => ({ error }));
    if ('error' in listed) {
      count('ListingsFailed', 1);
      failure = listed;
    } else {
      ids.push(...listed.ids);
      next = listed.next;
      isListed = next === undefined;
    }
  }
  if (ids.length > pace.pageSize) await wait(gap);
  const time = now();
  const cause = { kind: 'sweep', sweep: id, eventTime: time.toISOString() } as const;
  if (ids.length > 0)
    await askForLooks(
      ids.map((pool, index) => ({
        pool: poolRef(accountId, region, pool),
        cause,
        seconds: delayOf(pace, index),
      })),
    );
  const until = time.getTime() + lengthOf(pace, ids.length) * 1000;
  return { region, asked: ids.length, until, isListed, ...(next !== undefined && { next }), ...failure };
};
