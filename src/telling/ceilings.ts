import { createHash } from 'node:crypto';
import { roleOf } from '../change/role-of.ts';
import type { Notice } from '../notify/notice.ts';
import { callsIn, isOfALook } from './notice-key.ts';
import type { Teller } from './teller.ts';
import type { Lane } from './telling-message.ts';

/** Milliseconds; a summary comes at the end, which a delay of SQS (900 s at most) reaches. */
const windowLength = 10 * 60 * 1000;

/**
 * How many notices of a window are told one by one. One caller's and one pool's come before the topic's: whoever makes
 * noise uses up their own room and nobody else's.
 */
const most = { pool: 5, actor: 10, topic: 30 } as const;

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

/** Who is counted: of a look, its pool and whoever made the gravest call. */
const scopesOf = (notice: Notice): readonly (readonly [Ceiling, string])[] => {
  if (!isOfALook(notice)) return [['topic', '']];
  const [call] = callsIn(notice);
  return [
    ['pool', notice.details.pool.arn],
    ...(call ? [['actor', roleOf(call.actor)] as const] : []),
    ['topic', ''],
  ];
};

/**
 * Counts a notice in its window.
 * @returns what is full, and then it isn't told by itself; undefined where there is room
 */
export const ceilingReached = async (
  { memory, log }: Pick<Teller, 'memory' | 'log'>,
  notice: Notice,
  window: CeilingWindow,
): Promise<Ceiling | undefined> => {
  for (const [ceiling, scope] of scopesOf(notice)) {
    // Names of callers are longer than a key of the ledger may be.
    const name = `${window.name} ${ceiling} ${createHash('sha256').update(scope).digest('hex').slice(0, 32)}`;
    // A memory that can't be read silences nobody.
    const isAdmitted = await memory.admit(name, notice.id, most[ceiling]).catch((error: unknown) => {
      log('error', 'memory not read', String(error));
      return true;
    });
    if (!isAdmitted) return ceiling;
  }
  return undefined;
};
