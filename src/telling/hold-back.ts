import type { HeldNotice } from '../ledger/notice-memory.ts';
import type { Notice } from '../notify/notice.ts';
import { showWords } from '../notify/words.ts';
import type { Ceiling, CeilingWindow } from './ceilings.ts';
import { isOfALook } from './notice-key.ts';
import type { Teller } from './teller.ts';

/** Of the first notices that are held back each asks for the summary, since one may not come to it; it is told once. */
const mostAsking = 3;

/** Seconds after the end of a window by which whoever holds a notice back is done. */
export const grace = 60;

const heldOf = (notice: Notice, now: Date): HeldNotice => {
  const pool = isOfALook(notice) ? notice.details.pool : undefined;
  return {
    id: notice.id,
    at: isOfALook(notice) ? notice.details.endedAt : now.toISOString(),
    severity: notice.severity,
    headline: showWords(notice.headline, ({ text }) => text),
    ...(pool && {
      pool: {
        arn: pool.arn,
        name: pool.name,
        ...(pool.createdAt !== undefined && { createdAt: pool.createdAt }),
      },
    }),
  };
};

/**
 * Keeps a notice for the summary of its window, and asks for that.
 * @throws what the ledger or SQS throws: the notice must then be taken again
 */
export const holdBack = async (
  { memory, later, log, count, now }: Teller,
  notice: Notice,
  { name, lane, from, until }: CeilingWindow,
  full: Ceiling,
): Promise<void> => {
  await memory.hold(name, heldOf(notice, now()));
  if (await memory.admit(`${name} summary`, notice.id, mostAsking)) {
    const seconds = (Date.parse(until) - now().getTime()) / 1000 + grace;
    await later(
      { schema: 'cognito-lifeguard/telling/1', kind: 'summary', window: name, lane, from, until },
      seconds,
    );
  }
  log('info', 'held back', `The window of this ${full} is full: it stands in the summary after ${until}.`);
  count('NoticesHeld', 1);
};
