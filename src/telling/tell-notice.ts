import type { Sender } from '../notify/delivery.ts';
import type { Notice } from '../notify/notice.ts';
import type { Announcement } from '../sweep/announcement.ts';
import { ceilingReached, isOneOfFew, windowAt, withRoom } from './ceilings.ts';
import { type Delivered, deliverOnce } from './deliver-once.ts';
import { holdBack } from './hold-back.ts';
import { noticeKey } from './notice-key.ts';
import { quietMinutesLeft } from './quiet-hours.ts';
import type { Copy, Teller } from './teller.ts';

/** What came of telling a notice. */
export type Told =
  /** Whoever is to hear of it has it, or hears of it otherwise. */
  | { readonly kind: 'done' }
  /** It waits: take the same again in so many seconds, at most 900. */
  | { readonly kind: 'later'; readonly seconds: number }
  /** A channel doesn't have it; take the same again where that may help, and else keep it whole for a person. */
  | { readonly kind: 'failed'; readonly retryable: boolean; readonly reason: string };

/**
 * Milliseconds after each notice, the last of a batch too, because the next batch comes at once. Slack takes about one
 * message a second for a channel, and SNS turns an email subscription off that gets over ten (api.slack.com, rate
 * limits; AWS re:Post, disabled email subscriptions); the queue has two consumers at most (serverless.yml).
 */
const pause = 2100;

/** Milliseconds in which the same is told once. */
const repeatWindow = 60 * 60 * 1000;

/** The longest delay of a message, in seconds. Source: SendMessage, Amazon SQS API reference. */
const longestDelay = 900;

/**
 * Tells a notice: machines always and at once; people unless it only repeats another, when quiet hours are over, and
 * in a summary where there are too many. Taken again, it goes where it hasn't been.
 * @param announcement what the notice is of, where it is of no look
 * @throws what the ledger or SQS throws where a notice can't be held back: nobody has heard of it
 */
export const tellNotice = async (
  teller: Teller,
  notice: Notice,
  announcement?: Announcement,
): Promise<Told> => {
  const machines = await deliverAll(
    teller,
    teller.machines.map((sender) => ({ sender, notice })),
  );
  const people = await tellPeople(teller, notice, () => teller.ownersOf(notice, announcement));
  const failure = failureOf([...machines, ...people.deliveries]);
  // What no attempt mends is said when the waiting is over, once.
  if (people.wait !== undefined && failure?.retryable !== true)
    return { kind: 'later', seconds: people.wait };
  return failure ?? { kind: 'done' };
};

/** What became of the people's part. */
interface ToldPeople {
  readonly deliveries: readonly Delivered[];
  /** In seconds, where they are told later. */
  readonly wait?: number;
}

const tellPeople = async (
  teller: Teller,
  notice: Notice,
  forOwners: () => readonly Copy[],
): Promise<ToldPeople> => {
  const { quietHours, now, log, count } = teller;
  if (notice.isForEverybody) {
    if (!(await isOneOfFew(teller, notice))) return { deliveries: [] };
    return sendAll(teller, [...copiesFor(teller, notice), ...forOwners()]);
  }
  const quiet = quietHours && !notice.urgent ? quietMinutesLeft(quietHours, now()) : undefined;
  if (quiet !== undefined) {
    log('info', 'waits', `Quiet hours last for ${quiet} minutes more.`);
    return { deliveries: [], wait: Math.min(longestDelay, quiet * 60) };
  }
  // Not before people are told: what waits silences nothing that comes meanwhile.
  if (await isRepeat(teller, notice)) {
    log('info', 'repeated', 'People were told the same within the hour.');
    count('NoticesRepeated', 1);
    return { deliveries: [] };
  }
  const window = windowAt(notice.urgent ? 'urgent' : 'notices', now());
  const full = notice.kind === 'held-back' ? undefined : await ceilingReached(teller, notice, window);
  if (full) await holdBack(teller, notice, window, full);
  // Whatever is full for the security team may be the only news of an owner.
  const owners = await withRoom(teller, notice, window, forOwners());
  return sendAll(teller, [...(full ? [] : copiesFor(teller, notice)), ...owners]);
};

/** The copies of those who hear of everything. */
const copiesFor = ({ topics, people }: Teller, notice: Notice): readonly Copy[] => {
  const topic = notice.urgent ? topics.urgent : topics.notices;
  const senders: readonly Sender[] = notice.isForEverybody ? [topics.notices, topics.urgent] : [topic];
  return [...senders, ...people].map((sender) => ({ sender, notice }));
};

const isRepeat = async ({ memory, now, log }: Teller, notice: Notice): Promise<boolean> => {
  const key = noticeKey(notice);
  if (key === undefined) return false;
  return memory.isRepeat(key, notice.id, now().toISOString(), repeatWindow).catch((error: unknown) => {
    log('error', 'memory not read', String(error));
    return false;
  });
};

/** One after the other; whatever becomes of one, the next is sent. */
const deliverAll = async (teller: Teller, copies: readonly Copy[]): Promise<readonly Delivered[]> => {
  const deliveries: Delivered[] = [];
  for (const { sender, notice } of copies) deliveries.push(await deliverOnce(teller, sender, notice));
  return deliveries;
};

const sendAll = async (teller: Teller, copies: readonly Copy[]): Promise<ToldPeople> => {
  const deliveries = await deliverAll(teller, copies);
  if (deliveries.some(({ kind }) => kind !== 'before')) await teller.wait(pause);
  return { deliveries };
};

const failureOf = (
  deliveries: readonly Delivered[],
): Extract<Told, { readonly kind: 'failed' }> | undefined => {
  const failed = deliveries.filter((delivery) => delivery.kind === 'failed');
  if (failed.length === 0) return undefined;
  const reason = failed.map((delivery) => `${delivery.channel}: ${delivery.reason}`).join('; ');
  return { kind: 'failed', retryable: failed.some(({ retryable }) => retryable), reason };
};
