import type { SweepUnderWay } from '../ledger/account-book.ts';
import { poolRef } from '../pool/pool-ref.ts';
import { delayOf } from './pace.ts';
import type { Sweeper } from './sweeper.ts';

/** How far a step has come with a Region. */
export interface ListedRegion {
  readonly region: string;
  /** How many looks it has asked for there. */
  readonly asked: number;
  /** True where its last page was listed. */
  readonly isListed: boolean;
  /** Where the next page begins; absent at the Region's beginning and after its end. */
  readonly next?: string;
  /** Why no further page could be listed. */
  readonly error?: unknown;
}

/**
 * Lists so many pages of a Region's pools as a step has time for, and asks for looks at them, each at its time counted
 * from the step's beginning, however long listing takes.
 * @param begunAt when the step began, in milliseconds since 1970
 * @throws where looks could not be asked for; a page that can't be listed is told in the answer
 */
export const listRegion = async (
  sweeper: Sweeper,
  { id, from }: Pick<SweepUnderWay, 'id' | 'from'>,
  region: string,
  begunAt: number,
): Promise<ListedRegion> => {
  const { pace, pools, count, wait } = sweeper;
  let next = from?.[region];
  let asked = 0;
  for (let page = 0; page < pace.pages; page += 1) {
    if (page > 0) await wait(pace.seconds * 1000);
    const options = { size: pace.pageSize, ...(next !== undefined && { from: next }) };
    const listed = await pools.page(region, options).catch((error: unknown) => ({ error }));
    if ('error' in listed) {
      count('ListingsFailed', 1);
      return { region, asked, isListed: false, ...(next !== undefined && { next }), error: listed.error };
    }
    await askForPage(sweeper, id, { region, ids: listed.ids, asked, begunAt });
    asked += listed.ids.length;
    next = listed.next;
    if (next === undefined) return { region, asked, isListed: true };
  }
  return { region, asked, isListed: false, ...(next !== undefined && { next }) };
};

const askForPage = (
  { accountId, askForLooks, now, pace }: Sweeper,
  sweep: string,
  page: {
    readonly region: string;
    readonly ids: readonly string[];
    readonly asked: number;
    readonly begunAt: number;
  },
): Promise<void> => {
  const time = now();
  const passed = Math.floor((time.getTime() - page.begunAt) / 1000);
  return askForLooks(
    page.ids.map((id, index) => ({
      pool: poolRef(accountId, page.region, id),
      cause: { kind: 'sweep', sweep, eventTime: time.toISOString() },
      seconds: Math.max(0, delayOf(pace, page.asked + index) - passed),
    })),
  );
};
