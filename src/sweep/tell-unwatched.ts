import type { AccountRecord, SweepUnderWay, UnwatchedRegions } from '../ledger/account-book.ts';
import { announcing } from './announcing.ts';
import { changeRecord } from './change-record.ts';
import { lookOutside, type Outside } from './look-outside.ts';
import type { Sweeper } from './sweeper.ts';

/** Milliseconds between one look at the other Regions and the next. */
const day = 86_400_000;

const nothing: UnwatchedRegions = {
  checkedAt: new Date(0).toISOString(),
  governed: [],
  outside: [],
  unlisted: [],
};

/**
 * Tells, where it is news, in which Regions pools are that nobody looks after: enabled ones that aren't governed, once
 * a day, and those whose pools can't be listed.
 * @param sweep the sweep that is about to end
 */
export const tellUnwatched = async (
  sweeper: Sweeper,
  { id, unlisted: given = [] }: Pick<SweepUnderWay, 'id' | 'unlisted'>,
): Promise<void> => {
  const { book, regions, now } = sweeper;
  const told = (await book.read())?.record.unwatched ?? nothing;
  const time = now();
  const outside = isDue(told, regions, time) ? await lookOutside(sweeper, told) : asTold(told, regions);
  const unlisted = [...given, ...outside.unlisted];
  const isNews =
    outside.found.some(({ region }) => !told.outside.includes(region)) ||
    unlisted.some((region) => !told.unlisted.includes(region)) ||
    (outside.isEnabledUnknown && !told.isEnabledUnknown);
  if (isNews)
    await announcing(sweeper)({
      kind: 'regions-unwatched',
      id: `regions-unwatched:${id}`,
      governed: regions,
      outside: outside.found,
      unlisted,
      ...(outside.isEnabledUnknown && { isEnabledUnknown: true }),
    });
  const next: UnwatchedRegions = {
    checkedAt: outside.isWhole ? time.toISOString() : told.checkedAt,
    governed: regions,
    outside: outside.has,
    unlisted,
    ...(outside.isEnabledUnknown && { isEnabledUnknown: true }),
  };
  await changeRecord(book, (record) => record && unlessSame(record, next));
};

const isDue = ({ checkedAt, governed }: UnwatchedRegions, regions: readonly string[], now: Date): boolean =>
  now.getTime() - Date.parse(checkedAt) >= day || governed.join() !== regions.join();

/** What was found when the others were last looked at, without Regions that a sweep itself couldn't list. */
const asTold = (
  { outside, unlisted, isEnabledUnknown }: UnwatchedRegions,
  regions: readonly string[],
): Outside => ({
  found: [],
  has: outside,
  unlisted: unlisted.filter((region) => !regions.includes(region)),
  isEnabledUnknown: isEnabledUnknown === true,
  isWhole: false,
});

/** Most sweeps find what the one before found: nothing is written then. */
const unlessSame = (record: AccountRecord, unwatched: UnwatchedRegions): AccountRecord | undefined =>
  JSON.stringify(record.unwatched) === JSON.stringify(unwatched) ? undefined : { ...record, unwatched };
