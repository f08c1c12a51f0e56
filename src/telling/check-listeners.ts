import { noticeOfAnnouncement } from '../notify/announcement-notice.ts';
import type { Announcement } from '../sweep/announcement.ts';
import { tellCentre } from './tell-centre.ts';
import { type Told, tellNotice } from './tell-notice.ts';
import type { Account } from './tell-summary.ts';
import type { Teller } from './teller.ts';

/** Who is subscribed to a topic. */
export interface Subscribers {
  readonly confirmed: number;
  readonly pending: number;
}

/** What can be asked about those who listen. Each rejects where AWS doesn't say. */
export interface Listeners {
  readonly topicArns: readonly string[];
  readonly subscribersOf: (topicArn: string) => Promise<Subscribers>;
  /** How many messages the chat service has dropped since a time; absent where there is no chat channel. */
  readonly droppedSince?: (since: Date) => Promise<number>;
}

const day = 24 * 60 * 60 * 1000;

type News =
  | Omit<Extract<Announcement, { kind: 'nobody-listening' }>, 'schema' | 'at' | 'accountId'>
  | Omit<Extract<Announcement, { kind: 'chat-dropped' }>, 'schema' | 'at' | 'accountId'>;

/**
 * Looks whether anybody hears what is told, and says so on every channel where nobody does; the same once a day.
 * What can't be asked is logged and looked at again after the next sweep.
 */
export const checkListeners = async (
  teller: Teller,
  listeners: Listeners,
  { accountId, accountAlias }: Account,
): Promise<readonly Told[]> => {
  const at = teller.now().toISOString();
  const told: Told[] = [];
  for (const news of await newsOf(teller, listeners, at)) {
    const announcement = {
      schema: 'cognito-lifeguard/announcement/1',
      at,
      accountId,
      ...news,
    } as const;
    const context = accountAlias === undefined ? {} : { accountAlias };
    const here = await tellNotice(teller, noticeOfAnnouncement(announcement, context));
    told.push(await tellCentre(teller, announcement, here));
  }
  return told;
};

const newsOf = async (
  { log, count, now }: Teller,
  { topicArns, subscribersOf, droppedSince }: Listeners,
  at: string,
): Promise<readonly News[]> => {
  const asked = async <Answer>(question: Promise<Answer>): Promise<Answer | undefined> =>
    question.catch((error: unknown) => {
      log('error', 'listeners not known', String(error));
      return undefined;
    });
  const today = at.slice(0, 10);
  const news: News[] = [];
  for (const topicArn of topicArns) {
    const subscribers = await asked(subscribersOf(topicArn));
    if (subscribers?.confirmed !== 0) continue;
    count('TopicsUnheard', 1);
    const { pending } = subscribers;
    news.push({ kind: 'nobody-listening', id: `nobody-listening-${topicArn}-${today}`, topicArn, pending });
  }
  const since = new Date(now().getTime() - day);
  const messages = droppedSince && (await asked(droppedSince(since)));
  if (messages !== undefined && messages > 0)
    news.push({ kind: 'chat-dropped', id: `chat-dropped-${today}`, since: since.toISOString(), messages });
  return news;
};
