import { isDeepStrictEqual } from 'node:util';
import { longestDelay } from '../change/longest-delay.ts';
import type { Pause } from '../history/pool-request.ts';
import type { AccountRecord } from '../ledger/account-book.ts';
import type { PoolOwner } from '../policy/owner.ts';
import { ownersOf } from '../policy/owners-of.ts';
import { poolRefFromArn } from '../pool/pool-ref.ts';
import { announcing } from './announcing.ts';
import { changeRecord } from './change-record.ts';
import type { Sweeper, Swept } from './sweeper.ts';

/** Milliseconds by which a check may come before its time: clocks differ. */
const tolerance = 5_000;

/** Milliseconds. */
const day = 86_400_000;

/**
 * Tells of pauses that have begun and of those that are over, once each, forgets the latter and has their pools
 * looked at. While one lasts, a message brings the next check no later than its end.
 */
export const checkPauses = async (sweeper: Sweeper): Promise<Swept> => {
  const { book, now } = sweeper;
  const record = (await book.read())?.record;
  if (!record) return { kind: 'ignored', reason: 'No sweep has begun yet; the first one checks pauses.' };
  const announce = announcing(sweeper);
  const tellings = record.pausesTellings ?? 0;
  // Who may pause chooses the id, and can put a pause back that was told as over.
  const tell = (kind: 'pause-begun' | 'pause-ended', pause: Pause) =>
    announce({ kind, id: `${kind}:${pause.id}:${tellings}`, pause, ...ownedBy(sweeper, pause) });
  const pauses = await book.pauses();
  const time = now();
  const begun = pauses.filter((pause) => !holds(record.pausesTold, pause));
  const [ended, lasting] = splitBy([...record.pausesTold, ...begun], (pause) => isOver(pause, pauses, time));
  for (const pause of begun) await tell('pause-begun', pause);
  for (const pause of ended) {
    await tell('pause-ended', pause);
    if (holds(pauses, pause)) await book.resume(pause);
  }
  // Who may pause could have a sweep begin with each pause that is over when it is written.
  await lookAgain(
    sweeper,
    ended.filter((pause) => !holds(begun, pause)),
  );
  const next = await nextCheck(sweeper, record, lasting);
  if (begun.length > 0 || ended.length > 0 || next)
    await changeRecord(book, (current = record) => ({
      ...current,
      pausesTold: [
        ...current.pausesTold.filter((pause) => !holds(begun, pause) && !holds(ended, pause)),
        ...begun.filter((pause) => !holds(ended, pause)),
      ],
      ...((begun.length > 0 || ended.length > 0) && { pausesTellings: tellings + 1 }),
      ...(next && { nextPauseCheckAt: next }),
    }));
  return {
    kind: 'done',
    reason: `Pauses: ${begun.length} begun, ${ended.length} over, ${lasting.length} last.`,
  };
};

/** Nobody looks at the pool for it, so that its tags aren't known. */
const ownedBy = ({ policies }: Sweeper, { pool: arn }: Pause): { readonly owners?: readonly PoolOwner[] } => {
  const owners = arn === undefined ? [] : ownersOf(policies.owners, { arn }, undefined);
  return owners.length === 0 ? {} : { owners };
};

/** What was left while a pause lasted is put right now, not an hour later. */
const lookAgain = async (
  { askForLooks, later, now }: Pick<Sweeper, 'askForLooks' | 'later' | 'now'>,
  ended: readonly Pause[],
): Promise<void> => {
  if (ended.some(({ pool }) => pool === undefined)) await later({ kind: 'start' }, 0);
  const pools = ended.flatMap(({ id, pool: arn }) => {
    const pool = arn === undefined ? undefined : poolRefFromArn(arn);
    const eventTime = now().toISOString();
    return pool
      ? [{ pool, cause: { kind: 'sweep', sweep: `end-of-${id}`, eventTime } as const, seconds: 0 }]
      : [];
  });
  if (pools.length > 0) await askForLooks(pools);
};

/** An id alone says nothing: whoever may pause could give it to another pause, which nobody would be told of. */
const holds = (pauses: readonly Pause[], one: Pause): boolean =>
  pauses.some((pause) => isDeepStrictEqual(pause, one));

/** Over by its time, or because a person took it away. Looks go by none whose beginning is further off than a day. */
const isOver = (pause: Pause, pauses: readonly Pause[], now: Date): boolean =>
  Date.parse(pause.until) <= now.getTime() ||
  Math.abs(now.getTime() - Date.parse(pause.at)) >= day ||
  !holds(pauses, pause);

const splitBy = <Each>(all: readonly Each[], holds: (each: Each) => boolean) =>
  [all.filter(holds), all.filter((each) => !holds(each))] as const;

/** Sends for the next check, where none is under way that comes in time. @returns when it comes, if it was sent for */
const nextCheck = async (
  { later, now }: Sweeper,
  { nextPauseCheckAt }: AccountRecord,
  lasting: readonly Pause[],
): Promise<string | undefined> => {
  if (lasting.length === 0) return undefined;
  const time = now().getTime();
  const rest = Math.min(...lasting.map(({ until }) => Date.parse(until) - time));
  const seconds = Math.min(longestDelay, Math.ceil(rest / 1000));
  const dueAt = time + seconds * 1000;
  const underWay = Date.parse(nextPauseCheckAt ?? '');
  if (underWay > time + tolerance && underWay <= dueAt + tolerance) return undefined;
  await later({ kind: 'check-pauses' }, seconds);
  return new Date(dueAt).toISOString();
};
