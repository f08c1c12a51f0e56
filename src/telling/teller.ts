import type { MemberMemory } from '../ledger/member-book.ts';
import type { NoticeMemory } from '../ledger/notice-memory.ts';
import type { Delivery, Sender } from '../notify/delivery.ts';
import type { Notice } from '../notify/notice.ts';
import type { CentreNews } from '../notify/put-to-centre.ts';
import type { Announcement } from '../sweep/announcement.ts';
import type { HasForm } from './centre/read-member-news.ts';
import type { QuietHours } from './quiet-hours.ts';
import type { TellingMessage } from './telling-message.ts';

/** A copy of a notice for those who read it by a way of their own: the owners of a pool. */
export interface Copy {
  readonly sender: Sender;
  readonly notice: Notice;
}

/** What telling counts, for alarms and the dashboard. */
export type TellingCount =
  | 'NoticesSent'
  | 'NoticesFailed'
  | 'NoticesRepeated'
  | 'NoticesHeld'
  | 'TopicsUnheard'
  | 'NewsRefused';

/** All that telling needs of the world. */
export interface Teller {
  /** One or the other, by how urgent a notice is. */
  readonly topics: { readonly notices: Sender; readonly urgent: Sender };
  /** People who read beside the topics, whatever the urgency: a Slack webhook. */
  readonly people: readonly Sender[];
  /** Copies for the owners of the pools. @param announcement what the notice is of, where it is of no look */
  readonly ownersOf: (notice: Notice, announcement?: Announcement) => readonly Copy[];
  /** What hears of every notice at once: neither repeats nor quiet hours nor ceilings are theirs. */
  readonly machines: readonly Sender[];
  /** The way to the centre of an organization; absent where the account is no member. */
  readonly centre?: (news: CentreNews) => Promise<Delivery>;
  /** The member account that said it, at the centre of an organization; absent for what this account says itself. */
  readonly speaker?: string;
  /** There at the centre of an organization: what takes in its members' news. */
  readonly organization?: {
    readonly members: MemberMemory;
    readonly hasForm: HasForm;
    /** Of the policies that this deployment has. */
    readonly policyDigest: string;
  };
  readonly memory: NoticeMemory;
  /** When what isn't urgent waits; absent where nothing does. */
  readonly quietHours?: QuietHours;
  /** Sends a message to the queue of notices itself, to come in so many seconds, at most 900. */
  readonly later: (message: TellingMessage, seconds: number) => Promise<void>;
  readonly log: (level: 'info' | 'error', line: string, reason: string) => void;
  readonly count: (name: TellingCount, value: number) => void;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
}
