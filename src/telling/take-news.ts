import { noticeOfAnnouncement } from '../notify/announcement-notice.ts';
import { noticeOf } from '../notify/outcome-notice.ts';
import type { Announcement } from '../sweep/announcement.ts';
import { keepDigest, keepHeartbeat } from './centre/keep-of-member.ts';
import { readMemberNews } from './centre/read-member-news.ts';
import { takeMemberNews } from './centre/take-member-news.ts';
import { checkListeners, type Listeners } from './check-listeners.ts';
import type { News } from './read-news.ts';
import { tellCentre } from './tell-centre.ts';
import { type Told, tellNotice } from './tell-notice.ts';
import { type Account, tellSummary } from './tell-summary.ts';
import type { Teller } from './teller.ts';

/**
 * Does what a message on the queue `notices` asks for: tells an outcome or an announcement, or the summary of what a
 * window held back, or sees whether anybody listens; at the centre of an organization, what its members' news asks for.
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
    case 'announcement': {
      const { announcement } = news;
      if (isOfOneAccount(announcement) && teller.organization) {
        await keepDigest(teller.organization.members, account.accountId, announcement);
        return { kind: 'done' };
      }
      const told = await tellNotice(teller, noticeOfAnnouncement(announcement, context), announcement);
      return tellCentre(teller, announcement, told);
    }
    case 'outcome': {
      const notice = noticeOf(news.outcome, context);
      if (notice) return tellCentre(teller, news.outcome, await tellNotice(teller, notice));
      teller.log('info', 'silent', `Nothing to tell of ${news.outcome.kind}.`);
      return { kind: 'done' };
    }
    case 'heartbeat':
      if (teller.organization)
        await keepHeartbeat(teller.organization.members, account.accountId, news.heartbeat, teller.now());
      return tellCentre(teller, news.heartbeat, { kind: 'done' });
    case 'member': {
      const { organization } = teller;
      if (!organization) throw new Error('News of a member came, and this is the centre of no organization.');
      return takeMemberNews(teller, organization, readMemberNews(news.envelope, organization.hasForm));
    }
    case 'summary':
      return tellSummary(teller, account, news.summary);
    case 'check-listeners': {
      const told = await checkListeners(teller, listeners, account);
      return told.find(({ kind }) => kind === 'failed') ?? { kind: 'done' };
    }
  }
};

/** At the centre, what stands in its own account waits for the digest of all accounts, too. */
const isOfOneAccount = (
  announcement: Announcement,
): announcement is Extract<Announcement, { kind: 'digest' }> =>
  announcement.kind === 'digest' && announcement.organization === undefined;
