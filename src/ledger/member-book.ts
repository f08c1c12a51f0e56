import type { Announcement } from '../sweep/announcement.ts';
import type { Heartbeat } from '../sweep/heartbeat.ts';

/** What a member's last sweep found standing. */
export type MemberDigest = Pick<
  Extract<Announcement, { kind: 'digest' }>,
  'at' | 'pools' | 'poolsOmitted' | 'counts' | 'owned'
>;

/** What the centre of an organization remembers of one account. */
export interface Member {
  readonly accountId: string;
  /** Absent where nothing was heard of it for a long time, or ever. */
  readonly heartbeat?: Heartbeat;
  /** When the heartbeat came, by the centre's clock, ISO 8601 UTC; there where the heartbeat is. */
  readonly heardAt?: string;
  readonly digest?: MemberDigest;
}

/** The centre's memory of the accounts of its organization: the writing side. The account is the one that spoke. */
export interface MemberMemory {
  /**
   * Keeps an account's heartbeat, unless a newer one came before it: a queue keeps no order.
   * @param heardAt ISO 8601 UTC
   */
  keepHeartbeat(accountId: string, heartbeat: Heartbeat, heardAt: string): Promise<void>;
  /** Keeps what an account's sweep found standing, unless a newer one came before it. */
  keepDigest(accountId: string, digest: MemberDigest): Promise<void>;
}

/** All of it, for whoever compares. */
export interface MemberBook {
  /** In the order of the accounts' ids. */
  members(): Promise<readonly Member[]>;
}
