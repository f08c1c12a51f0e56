import type { Owner, PoolOwner } from '../policy/owner.ts';
import type { Announcement } from '../sweep/announcement.ts';
import { noticeOfAnnouncement } from './announcement-notice.ts';
import type { Notice } from './notice.ts';
import { noticeForOwner } from './notice-for-owner.ts';
import { digestForOwner } from './owner-digest.ts';

/** What is known of the way to owners. */
export interface OwnerChannels {
  /** Those of the files that the deployment was made from. */
  readonly owners: readonly Owner[];
  /** How the ARNs of the topics begin that are made for owners; the owner's name follows. */
  readonly topicPrefix: string;
  readonly accountAlias?: string;
}

/** A notice as one owner gets it. */
export interface OwnerCopy {
  /** The owner's name: the channel is `owner:<name>`. */
  readonly owner: string;
  /** ARNs; each is in the Region that it names. */
  readonly topics: readonly string[];
  readonly notice: Notice;
}

/** The topic that is made for an owner's addresses, and the owner's own. */
const topicsOf = ({ name, emails, topic }: Owner, prefix: string): readonly string[] => [
  ...(emails.length > 0 ? [`${prefix}${name}`] : []),
  ...(topic === undefined ? [] : [topic]),
];

/** The Region of a topic: SNS takes a message in the topic's own Region only. */
export const regionOfTopic = (topicArn: string): string => topicArn.split(':')[3] ?? '';

/** A notice and whose it is; of a digest, the part of it that is theirs. */
interface Addressed {
  readonly owner: PoolOwner;
  readonly notice: Notice;
}

const addressed = (
  notice: Notice,
  announcement: Announcement | undefined,
  context: { readonly accountAlias?: string },
): readonly Addressed[] => {
  if (announcement?.kind !== 'digest') return notice.owners.map((owner) => ({ owner, notice }));
  return (announcement.owned ?? []).flatMap(({ owner: name }) => {
    const digest = digestForOwner(announcement, name);
    if (!digest) return [];
    const owners = digest.pools.flatMap((standing) => standing.owners ?? []);
    const claimed = owners.length > 0 && owners.every((owner) => owner.claimed);
    return [{ owner: { name, claimed }, notice: noticeOfAnnouncement(digest, context) }];
  });
};

/**
 * What owners get of a notice, besides those who get every notice. Owners who aren't in the files any more get none.
 * @param announcement what the notice is of, where it isn't of an outcome
 */
export const ownerCopies = (
  notice: Notice,
  { owners, topicPrefix, accountAlias }: OwnerChannels,
  announcement?: Announcement,
): readonly OwnerCopy[] =>
  addressed(notice, announcement, accountAlias === undefined ? {} : { accountAlias }).flatMap(
    ({ owner, notice: theirs }): readonly OwnerCopy[] => {
      const known = owners.find(({ name }) => name === owner.name);
      if (!known) return [];
      const { file, line } = known.source;
      return [
        {
          owner: owner.name,
          topics: topicsOf(known, topicPrefix),
          notice: noticeForOwner(theirs, owner, `${file}:${line}`),
        },
      ];
    },
  );
