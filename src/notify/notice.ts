import type { PoolOwner } from '../policy/owner.ts';
import type { OutcomeKind } from '../remediation/outcome.ts';
import type { Announcement } from '../sweep/announcement.ts';
import type { AnnouncementDetails } from './announcement-details.ts';
import type { Link } from './links.ts';
import type { Listing } from './listing.ts';
import type { Step } from './next-steps.ts';
import type { NoticeSetting } from './notice-setting.ts';
import type { OutcomeDetails } from './outcome-details.ts';
import type { Section } from './section.ts';
import type { NoticeSeverity } from './urgency.ts';
import type { Words } from './words.ts';

/** What people are told, in no channel's format and without secrets: of one outcome, or of the account. */
export interface Notice<
  Details extends OutcomeDetails | AnnouncementDetails = OutcomeDetails | AnnouncementDetails,
> {
  /** The id of the outcome or announcement: people hear of it once. */
  readonly id: string;
  readonly about: 'outcome' | 'announcement';
  readonly kind: OutcomeKind | Announcement['kind'];
  readonly severity: NoticeSeverity;
  readonly urgent: boolean;
  /** True where it goes out on every channel, whatever its urgency. */
  readonly isForEverybody?: true;
  /** The result and its subject in a few words, for a subject line or a title. */
  readonly headline: Words;
  /** A few sentences, the first of which carries the subject and the result. */
  readonly summary: Words;
  readonly accountAlias?: string;
  /** What it is about, as a key: notices with the same one stand in one thread. */
  readonly thread: string;
  /** ARNs of the pools that it is about, the first of many. */
  readonly pools: readonly string[];
  /** Whose those pools are, those first of whom that is certain. A digest says it of each pool. */
  readonly owners: readonly PoolOwner[];
  readonly settings: readonly NoticeSetting[];
  readonly listing?: Listing;
  readonly sections: readonly Section[];
  readonly steps: readonly Step[];
  readonly links: readonly Link[];
  /** Names of rules, to find it by. */
  readonly keywords: readonly string[];
  /** Why its reader gets it; absent where everybody does. */
  readonly footer?: Words;
  /** What machines get besides. */
  readonly details: Details;
}
