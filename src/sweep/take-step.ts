import type { SweepUnderWay } from '../ledger/account-book.ts';
import { poolRef } from '../pool/pool-ref.ts';
import { changeRecord } from './change-record.ts';
import { endSweep } from './end-sweep.ts';
import { delayOf, lengthOf } from './pace.ts';
import type { Sweeper, Swept } from './sweeper.ts';

/** Seconds. The next step's message must find the ledger written, which happens right after it was sent. */
const leastDelay = 30;

/** Seconds that the last looks have, after they came up, until the digest is made of what they found. */
const timeForLastLooks = 300;

/**
 * Takes a sweep's next step, as the ledger has it: lists so many pools that their looks come up within minutes, asks
 * for the looks, and sends for the step after. Killed at any point, its message comes again and asks for the same looks.
 * @returns ignored where the ledger expects another step, of this sweep or another
 * @throws where pools could not be listed and no other Region is left, or a queue or the ledger could not be reached:
 *   the message must then be brought again
 */
export const takeStep = async (sweeper: Sweeper, id: string, step: number): Promise<Swept> => {
  const sweep = (await sweeper.book.read())?.record.sweep;
  if (sweep?.id !== id || sweep.step !== step)
    return { kind: 'ignored', reason: `The ledger expects no step ${step} of a sweep ${id}.` };
  if (sweep.regions.length === 0) return endSweep(sweeper, sweep);
  const { asked, ...rest } = await askForPages(sweeper, sweep);
  const isLast = rest.regions.length === 0;
  const seconds = Math.max(leastDelay, lengthOf(sweeper.pace, asked) + (isLast ? timeForLastLooks : 0));
  await sweeper.later({ kind: 'step', sweep: id, step: step + 1 }, seconds);
  const dueAt = new Date(sweeper.now().getTime() + seconds * 1000).toISOString();
  const { from: _, ...standing } = sweep;
  const next = { ...standing, ...rest, step: step + 1, dueAt, found: sweep.found + asked };
  await changeRecord(sweeper.book, (record) =>
    record?.sweep?.id === id && record.sweep.step === step
      ? { ...record, sweep: { ...next, ...(record.sweep.again && { again: true }) } }
      : undefined,
  );
  return { kind: 'done', reason: `Step ${step} of the sweep ${id} asked for ${asked} looks.` };
};

/** Where the listing stands. */
interface Cursor extends Pick<SweepUnderWay, 'regions' | 'from' | 'failures'> {
  /** How many looks this step has asked for. */
  readonly asked: number;
}

const askForPages = async (sweeper: Sweeper, sweep: SweepUnderWay): Promise<Cursor> => {
  const { pace, wait } = sweeper;
  let cursor: Cursor = { ...cursorOf(sweep), asked: 0 };
  for (let page = 0; page < pace.pages && cursor.regions.length > 0; page += 1) {
    if (page > 0) await wait(pace.seconds * 1000);
    cursor = await askForPage(sweeper, sweep.id, cursor);
  }
  return cursor;
};

const cursorOf = ({ regions, from, failures }: SweepUnderWay) => ({
  regions,
  failures,
  ...(from !== undefined && { from }),
});

const askForPage = async (sweeper: Sweeper, sweep: string, cursor: Cursor): Promise<Cursor> => {
  const { pools, pace, accountId, askForLooks, now, count } = sweeper;
  const { regions, from, failures, asked } = cursor;
  const [region = '', ...others] = regions;
  const options = { size: pace.pageSize, ...(from !== undefined && { from }) };
  const page = await pools.page(region, options).catch((error: unknown) => {
    count('ListingsFailed', 1);
    // Others first, then once more; where none could be listed in a row, the message comes again, and at last it is a
    // dead letter.
    if (failures + 1 < regions.length) return undefined;
    throw new Error(`The user pools of ${region} could not be listed: ${String(error)}`, { cause: error });
  });
  if (!page) return { regions: [...others, region], failures: failures + 1, asked };
  const eventTime = now().toISOString();
  await askForLooks(
    page.ids.map((id, index) => ({
      pool: poolRef(accountId, region, id),
      cause: { kind: 'sweep', sweep, eventTime },
      seconds: delayOf(pace, asked + index),
    })),
  );
  return {
    regions: page.next === undefined ? others : regions,
    failures: 0,
    asked: asked + page.ids.length,
    ...(page.next !== undefined && { from: page.next }),
  };
};
