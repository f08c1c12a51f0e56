import type { SweepUnderWay } from '../ledger/account-book.ts';
import { changeRecord } from './change-record.ts';
import { endSweep } from './end-sweep.ts';
import { type ListedRegion, listRegion } from './list-region.ts';
import type { Sweeper, Swept } from './sweeper.ts';

/** Seconds. The next step's message must find the ledger written, which happens right after it was sent. */
const leastDelay = 30;

/** Milliseconds by which a step may come before its time: clocks differ. */
const tolerance = 5_000;

/** Seconds that the last looks have, after they came up, until the digest is made of what they found. */
const timeForLastLooks = 300;

/** Seconds after which Regions that couldn't be listed are tried again, where others could. */
const timeBetweenFailures = 300;

/** How often Regions are tried that can't be listed, where others could: then the sweep ends without them. */
const mostFailures = 3;

/**
 * Takes a sweep's next step, as the ledger has it: lists so many pools of each Region that their looks come up within
 * minutes, asks for the looks, and sends for the step after. Each Region goes at the full pace, since each has its own
 * quota. Killed at any point, its message comes again and asks for the same looks.
 * @returns ignored where the ledger expects another step, of this sweep or another, or expects it later
 * @throws where no Region's pools could be listed, or a queue or the ledger could not be reached: the message must then
 *   be brought again
 */
export const takeStep = async (sweeper: Sweeper, id: string, step: number): Promise<Swept> => {
  const sweep = (await sweeper.book.read())?.record.sweep;
  if (sweep?.id !== id || sweep.step !== step)
    return { kind: 'ignored', reason: `The ledger expects no step ${step} of a sweep ${id}.` };
  // Whoever may ask for a sweep could send its steps as well: in a row, they would ask for all looks at once, and end
  // before a look was taken.
  if (Date.parse(sweep.dueAt) - sweeper.now().getTime() > tolerance)
    return { kind: 'ignored', reason: `Step ${step} of the sweep ${id} is due at ${sweep.dueAt}.` };
  if (sweep.regions.length === 0) return endSweep(sweeper, sweep);
  const listed = await Promise.all(sweep.regions.map((region) => listRegion(sweeper, sweep, region)));
  const { seconds, ...next } = nextStep(sweeper, sweep, listed);
  const delay = Math.max(leastDelay, seconds);
  await sweeper.later({ kind: 'step', sweep: id, step: step + 1 }, delay);
  const dueAt = new Date(sweeper.now().getTime() + delay * 1000).toISOString();
  await changeRecord(sweeper.book, (record) =>
    record?.sweep?.id === id && record.sweep.step === step
      ? { ...record, sweep: { ...next, dueAt, ...(record.sweep.again && { again: true }) } }
      : undefined,
  );
  const asked = next.found - sweep.found;
  return { kind: 'done', reason: `Step ${step} of the sweep ${id} asked for ${asked} looks.` };
};

/** The sweep as its next step finds it, and in how many seconds that may be taken. */
const nextStep = (
  { now, regions: all }: Sweeper,
  { from: _, ...sweep }: SweepUnderWay,
  listed: readonly ListedRegion[],
): Omit<SweepUnderWay, 'dueAt'> & { readonly seconds: number } => {
  const asked = listed.reduce((sum, region) => sum + region.asked, 0);
  const left = listed.filter(({ isListed }) => !isListed);
  const cursors = left.flatMap(({ region, next }) => (next === undefined ? [] : [[region, next] as const]));
  const from = cursors.length === 0 ? {} : { from: Object.fromEntries(cursors) };
  const step = { ...sweep, step: sweep.step + 1, found: sweep.found + asked };
  if (left.length === sweep.regions.length && asked === 0) {
    if (all.length === left.length) throw cannotBeListed(left);
    const failures = sweep.failures + 1;
    if (failures < mostFailures) return { ...step, ...from, failures, seconds: timeBetweenFailures };
    const unlisted = left.map(({ region }) => region);
    return { ...step, regions: [], failures, unlisted, seconds: 0 };
  }
  const length = Math.ceil((Math.max(...listed.map(({ until }) => until)) - now().getTime()) / 1000);
  return {
    ...step,
    regions: left.map(({ region }) => region),
    failures: 0,
    ...from,
    seconds: length + (left.length === 0 ? timeForLastLooks : 0),
  };
};

const cannotBeListed = ([first]: readonly ListedRegion[]): Error =>
  new Error(`The user pools of ${first?.region} could not be listed: ${String(first?.error)}`, {
    cause: first?.error,
  });
