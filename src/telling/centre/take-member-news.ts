import { noticeOfAnnouncement } from '../../notify/announcement-notice.ts';
import type { Sender } from '../../notify/delivery.ts';
import type { Notice } from '../../notify/notice.ts';
import { noticeOf } from '../../notify/outcome-notice.ts';
import { visibleAnnouncement } from '../../notify/visible-announcement.ts';
import { visibleOutcome } from '../../notify/visible-outcome.ts';
import type { Announcement } from '../../sweep/announcement.ts';
import { type Told, tellNotice } from '../tell-notice.ts';
import type { Teller } from '../teller.ts';
import { keepDigest, keepHeartbeat } from './keep-of-member.ts';
import { memoryOfMember } from './memory-of-member.ts';
import type { MemberNews } from './read-member-news.ts';

/** What the centre goes by. */
export type Organization = NonNullable<Teller['organization']>;

/**
 * Does at the centre of an organization what a member's news asks for: tells an outcome or an announcement, and keeps
 * heartbeats and digests, of which people are told once a day together.
 * @throws what the ledger or SQS throws: the message must then be taken again
 */
export const takeMemberNews = async (
  teller: Teller,
  organization: Organization,
  member: MemberNews,
): Promise<Told> => {
  const { accountId } = member;
  if (member.kind === 'refused') {
    teller.count('NewsRefused', 1);
    return {
      kind: 'failed',
      retryable: false,
      reason: `News of account ${accountId} is refused: ${member.reason}.`,
    };
  }
  const { news } = member;
  const theirs = {
    ...teller,
    machines: teller.machines.filter(isForAnyAccount),
    speaker: accountId,
    memory: memoryOfMember(teller.memory, accountId),
  };
  switch (news.schema) {
    case 'cognito-lifeguard/heartbeat/1':
      await keepHeartbeat(organization.members, accountId, news, teller.now());
      return { kind: 'done' };
    case 'cognito-lifeguard/outcome/1': {
      const notice = noticeOf(visibleOutcome(news), {});
      if (notice) return tellNotice(theirs, fromMember(notice));
      teller.log('info', 'silent', `Nothing to tell of ${news.kind}.`);
      return { kind: 'done' };
    }
    case 'cognito-lifeguard/announcement/1':
      if (news.kind === 'digest') {
        await keepDigest(organization.members, accountId, news);
        return { kind: 'done' };
      }
      if (isToldByCentre(news, organization)) {
        teller.log('info', 'silent', `The centre has the same policies and tells of them itself.`);
        return { kind: 'done' };
      }
      return tellNotice(theirs, fromMember(noticeOfAnnouncement(visibleAnnouncement(news), {})), news);
  }
};

/** What the policy files alone bring about is the same in each account that has them: told once, by the centre. */
const isToldByCentre = ({ kind, policyDigest }: Announcement, own: Organization): boolean =>
  (kind === 'policies-changed' || kind === 'exemption-ending' || kind === 'exemption-ended') &&
  policyDigest === own.policyDigest;

/** Another account's findings are nothing for this account's Security Hub, which refuses them. */
const isForAnyAccount = ({ channel }: Sender): boolean => channel !== 'security-hub';

/** No member makes its news go out on every channel whatever the ceilings say. */
const fromMember = ({ isForEverybody: _, ...notice }: Notice): Notice => notice;
