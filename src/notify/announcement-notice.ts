import { poolRefFromArn } from '../pool/pool-ref.ts';
import type { Announcement } from '../sweep/announcement.ts';
import { type AnnouncementDetails, announcementDetails } from './announcement-details.ts';
import { accountMemoryLost } from './announcements/account-memory-lost.ts';
import type { Account, AnnouncementStory } from './announcements/announcement-story.ts';
import { chatDropped } from './announcements/chat-dropped.ts';
import { digest } from './announcements/digest.ts';
import { exemption } from './announcements/exemption.ts';
import { heldBack } from './announcements/held-back.ts';
import { nobodyListening } from './announcements/nobody-listening.ts';
import { pause } from './announcements/pause.ts';
import { pausesDamaged } from './announcements/pauses-damaged.ts';
import { policiesChanged } from './announcements/policies-changed.ts';
import { regionsUnwatched } from './announcements/regions-unwatched.ts';
import { tamperingUntold } from './announcements/tampering-untold.ts';
import { test } from './announcements/test.ts';
import { poolLink } from './links.ts';
import { moment } from './moment.ts';
import type { Notice } from './notice.ts';
import { ownerSection } from './owner-section.ts';
import { announcementMade } from './visible-announcement.ts';
import { withoutSecrets } from './visible-outcome.ts';
import { joinWords, words } from './words.ts';

const storyOf = (announcement: Announcement, account: Account): AnnouncementStory => {
  switch (announcement.kind) {
    case 'digest':
      return digest(announcement, account);
    case 'policies-changed':
      return policiesChanged(announcement, account);
    case 'pause-begun':
    case 'pause-ended':
      return pause(announcement, account);
    case 'exemption-ending':
    case 'exemption-ended':
      return exemption(announcement, account);
    case 'memory-lost':
      return accountMemoryLost(account);
    case 'pauses-damaged':
      return pausesDamaged(announcement, account);
    case 'tampering-untold':
      return tamperingUntold(announcement, account);
    case 'held-back':
      return heldBack(announcement, account);
    case 'nobody-listening':
      return nobodyListening(announcement, account);
    case 'chat-dropped':
      return chatDropped(announcement, account);
    case 'regions-unwatched':
      return regionsUnwatched(announcement, account);
    case 'test':
      return test(announcement, account);
  }
};

/**
 * Turns an announcement into what people are told.
 * @param context the name by which people know the account, where it has one
 */
export const noticeOfAnnouncement = (
  whole: Announcement,
  { accountAlias }: { readonly accountAlias?: string },
): Notice<AnnouncementDetails> => {
  const announcement = announcementMade(withoutSecrets, whole);
  const { id, kind, at, accountId } = announcement;
  const alias = accountAlias === undefined ? undefined : words`${accountAlias}`;
  const story = storyOf(announcement, {
    id: accountId,
    ...(accountAlias !== undefined && { alias: accountAlias }),
  });
  const owners = ('owners' in announcement && announcement.owners) || [];
  const [only, ...more] = story.pools;
  const pool = only === undefined || more.length > 0 ? undefined : poolRefFromArn(only);
  return {
    id,
    about: 'announcement',
    kind,
    severity: story.severity,
    urgent: story.urgent,
    ...(story.isForEverybody && { isForEverybody: true }),
    headline: words`${[story.result]}${alias === undefined ? [] : words` in ${alias}`}: ${story.subject}`,
    summary: joinWords(story.sentences, ' '),
    ...(accountAlias !== undefined && { accountAlias }),
    thread: `${accountId} ${story.topic}`,
    pools: story.pools,
    owners,
    settings: [],
    ...(story.listing && { listing: story.listing }),
    sections: [
      ...story.sections,
      { label: 'When', lines: [moment(at)] },
      {
        label: 'Where',
        lines: [words`account ${alias === undefined ? words`${accountId}` : words`${alias} (${accountId})`}`],
      },
      ...ownerSection(owners),
    ],
    steps: story.steps,
    links: pool === undefined ? [] : [poolLink(pool)].filter((link) => link !== undefined),
    keywords: story.keywords,
    details: announcementDetails(announcement),
  };
};
