import { createHash } from 'node:crypto';
import { roleOf } from '../change/role-of.ts';
import type { Notice } from '../notify/notice.ts';
import { callsIn, isOfALook } from './notice-key.ts';
import type { Copy, Teller } from './teller.ts';
import type { Lane } from './telling-message.ts';

/** Milliseconds; a summary comes at the end, which a delay of SQS (900 s at most) reaches. */
const windowLength = 10 * 60 * 1000;

/**
 * How many notices of a window are told one by one. One caller's and one pool's come before the topic's, and at the centre
 * of an organization one account's: whoever makes noise uses up their own room and nobody else's.
 */
const most = { pool: 5, actor: 10, account: 15, topic: 30 } as const;

/** Copies of notices for one owner, below what SNS takes for mail. */
const mostOfAnOwner = 10;

const mostTests = 3;

/** What can be full. */
export type Ceiling = keyof typeof most;

/** A span of time in which notices are counted. */
export interface CeilingWindow {
  /** Its name in the ledger. */
  readonly name: string;
  readonly lane: Lane;
  readonly from: string;
  readonly until: string;
}

/** The window that a time falls into. */
export const windowAt = (lane: Lane, now: Date): CeilingWindow => {
  const start = Math.floor(now.getTime() / windowLength) * windowLength;
  const from = new Date(start).toISOString();
  return { name: `${lane} ${from}`, lane, from, until: new Date(start + windowLength).toISOString() };
};

/**
 * Who is counted, in that order: whoever makes noise runs into their own ceiling first, and takes nobody else's room.
 * What nobody called for counts as one caller's, and so does each kind of news about the account. A call that AWS refused
 * takes no room of the pool: whoever made it may do nothing there.
 */
const scopesOf = (notice: Notice, speaker: string | undefined): readonly (readonly [Ceiling, string])[] => {
  // Who called is the speaker's own word: it takes no room of anybody whom another account speaks of.
  const of = speaker === undefined ? '' : `${speaker} `;
  const shared = [...(speaker === undefined ? [] : [['account', speaker] as const]), ['topic', ''] as const];
  if (!isOfALook(notice)) return [['actor', `${of}${notice.kind}`], ...shared];
  const [call] = callsIn(notice);
  const isDenied = notice.details.remarks.some(({ kind }) => kind === 'denied');
  return [
    ['actor', `${of}${call ? roleOf(call.actor) : 'nobody'}`],
    ...(isDenied ? [] : [['pool', notice.details.pool.arn] as const]),
    ...shared,
  ];
};

/** A memory that can't be read silences nobody. */
const isAdmitted = (
  { memory, log }: Pick<Teller, 'memory' | 'log'>,
  window: CeilingWindow,
  scope: string,
  id: string,
  count: number,
): Promise<boolean> => {
  // Names of callers are longer than a key of the ledger may be.
  const name = `${window.name} ${createHash('sha256').update(scope).digest('hex').slice(0, 32)}`;
  return memory.admit(name, id, count).catch((error: unknown) => {
    log('error', 'memory not read', String(error));
    return true;
  });
};

/**
 * Counts a notice in its window.
 * @returns what is full, and then it isn't told by itself; undefined where there is room
 */
export const ceilingReached = async (
  teller: Pick<Teller, 'memory' | 'log' | 'speaker'>,
  notice: Notice,
  window: CeilingWindow,
): Promise<Ceiling | undefined> => {
  for (const [ceiling, scope] of scopesOf(notice, teller.speaker))
    if (!(await isAdmitted(teller, window, `${ceiling} ${scope}`, notice.id, most[ceiling]))) return ceiling;
  return undefined;
};

/** The copies for which their owners have room: each hears of so many of a window, whatever the others hear of. */
export const withRoom = async (
  teller: Pick<Teller, 'memory' | 'log'>,
  notice: Notice,
  window: CeilingWindow,
  copies: readonly Copy[],
): Promise<readonly Copy[]> => {
  const kept: Copy[] = [];
  for (const copy of copies)
    if (await isAdmitted(teller, window, copy.sender.channel, notice.id, mostOfAnOwner)) kept.push(copy);
    else teller.log('info', 'held back', `The window of ${copy.sender.channel} is full.`);
  return kept;
};

/** False for one test too many of a window: each goes to everybody, and whoever may pause may ask for one. */
export const isOneOfFew = async (
  teller: Pick<Teller, 'memory' | 'log' | 'now'>,
  notice: Notice,
): Promise<boolean> => {
  if (notice.kind !== 'test') return true;
  const isFew = await isAdmitted(teller, windowAt('notices', teller.now()), 'test', notice.id, mostTests);
  if (!isFew) teller.log('info', 'held back', `There were ${mostTests} tests within ten minutes.`);
  return isFew;
};
