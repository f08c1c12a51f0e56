import { noticeOfAnnouncement } from '../notify/announcement-notice.ts';
import { noticeOf } from '../notify/outcome-notice.ts';
import { checkListeners, type Listeners } from './check-listeners.ts';
import type { News } from './read-news.ts';
import { type Told, tellNotice } from './tell-notice.ts';
import { type Account, tellSummary } from './tell-summary.ts';
import type { Teller } from './teller.ts';

/**
 * Does what a message on the queue `notices` asks for: tells an outcome or an announcement, or the summary of what a
 * window held back, or sees whether anybody listens.
 * @throws what the ledger or SQS throws: the message must then be taken again
 */
export const takeNews = async (
  teller: Teller,
  account: Account,
  listeners: Listeners,
  news: News,
): Promise<Told> => {
  const context = account.accountAlias === undefined ? {} : { accountAlias: account.accountAlias };
  switch (news.kind) {
    case 'announcement':
      return tellNotice(teller, noticeOfAnnouncement(news.announcement, context), news.announcement);
    case 'outcome': {
      const notice = noticeOf(news.outcome, context);
      if (notice) return tellNotice(teller, notice);
      teller.log('info', 'silent', `Nothing to tell of ${news.outcome.kind}.`);
      return { kind: 'done' };
    }
    case 'summary':
      return tellSummary(teller, account, news.summary);
    case 'check-listeners': {
      const told = await checkListeners(teller, listeners, account);
      return told.find(({ kind }) => kind === 'failed') ?? { kind: 'done' };
    }
  }
};
