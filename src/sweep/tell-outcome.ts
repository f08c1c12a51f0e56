import type { Sweeper, Swept } from './sweeper.ts';

/** Milliseconds. What is older is no news: nobody may have it told again. */
const day = 86_400_000;

/**
 * Tells people what a person had put right at the command line, which can't reach them itself. What is told is what the
 * ledger has kept; outcomes of our own looks have been told.
 * @param id the outcome's
 */
export const tellOutcome = async (
  { book, tell, now }: Pick<Sweeper, 'book' | 'tell' | 'now'>,
  id: string,
): Promise<Swept> => {
  const outcome = (await book.outcome(id))?.outcome;
  if (!outcome) return { kind: 'ignored', reason: `The ledger keeps no outcome ${id}.` };
  if (!outcome.causes.some(({ kind }) => kind === 'asked'))
    return { kind: 'ignored', reason: `Nobody asked for outcome ${id} at the command line.` };
  if (now().getTime() - Date.parse(outcome.endedAt) > day)
    return { kind: 'ignored', reason: `Outcome ${id} is older than a day.` };
  await tell(outcome);
  return { kind: 'done', reason: `Outcome ${id} is told.` };
};
