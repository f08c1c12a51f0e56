import { announcing } from './announcing.ts';
import type { Sweeper } from './sweeper.ts';

/**
 * Takes away what stands among the pauses and is none, and tells of it, once a day at most. Told first: a crash in
 * between tells the same again, under the same id. Looks don't go by it, but it takes room: whoever may pause could
 * leave none for the account's record, and no sweep could go on.
 * @param mended how many entries somebody else has taken away already
 * @returns how many entries there were in all
 */
export const mendPauses = async (sweeper: Sweeper, mended = 0): Promise<number> => {
  const { book, now } = sweeper;
  const damaged = await book.damagedPauses();
  const entries = damaged + mended;
  if (entries > 0)
    await announcing(sweeper)({
      kind: 'pauses-damaged',
      id: `pauses-damaged:${now().toISOString().slice(0, 10)}`,
      entries,
    });
  if (damaged > 0) await book.mendPauses();
  return entries;
};
