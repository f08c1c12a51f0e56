import type { Announcement } from '../../sweep/announcement.ts';
import type { Listing } from '../listing.ts';
import type { Step } from '../next-steps.ts';
import type { Section } from '../section.ts';
import type { NoticeSeverity } from '../urgency.ts';
import { type Words, words } from '../words.ts';

/** The announcement of one kind. */
export type AnnouncementOf<Kind extends Announcement['kind']> = Announcement & { readonly kind: Kind };

/** What is said about the account: for each kind of announcement, the same parts of a notice. */
export interface AnnouncementStory {
  readonly severity: NoticeSeverity;
  readonly urgent: boolean;
  /** True where it goes out on every channel, whatever its urgency. */
  readonly isForEverybody?: true;
  /** For the headline: what happened, in a few words. */
  readonly result: string;
  /** For the headline: to what. */
  readonly subject: Words;
  readonly sentences: readonly Words[];
  readonly listing?: Listing;
  readonly sections: readonly Section[];
  readonly steps: readonly Step[];
  /** ARNs of the pools that it is about. */
  readonly pools: readonly string[];
  /** Names of rules, to find it by. */
  readonly keywords: readonly string[];
  /** What it is about, for the thread that it stands in: the beginning and the end of something are about the same. */
  readonly topic: string;
}

/** What people call the account, and its id where that is something else. */
export interface Account {
  readonly id: string;
  readonly alias?: string;
}

/** `prod-eu`, or the account's id. */
export const accountName = ({ id, alias }: Account): Words =>
  alias === undefined ? words`account ${id}` : words`${alias}`;
