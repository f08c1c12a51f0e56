import type { SweepCause } from '../change/cause.ts';
import type { AccountBook } from '../ledger/account-book.ts';
import type { PolicySet } from '../policy/policy.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import type { Pools } from '../pool/pools.ts';
import type { Outcome } from '../remediation/outcome.ts';
import type { Announcement, MutePart } from './announcement.ts';
import type { DeployedVersion, Heartbeat } from './heartbeat.ts';
import type { Pace } from './pace.ts';
import type { OwnSweepMessage } from './sweep-message.ts';

/** A pool to look at, and in how many seconds, at most 900. */
export interface DelayedLook {
  readonly pool: PoolRef;
  /** Absent where the causes wait in the ledger. */
  readonly cause?: SweepCause;
  readonly seconds: number;
}

/** What a sweep counts, for alarms. */
export type SweepCount =
  | 'SweepsCompleted'
  | 'PoolsSwept'
  | 'PoolsMissed'
  | 'ListingsFailed'
  | 'RollCalls'
  | 'AccountsSilent';

/** What the centre of an organization needs besides, to call the roll. */
export interface Centre {
  /** The accounts that should be heard of, by their ids; undefined where no stack set says it. It rejects where AWS doesn't say. */
  readonly expected: () => Promise<readonly string[] | undefined>;
  readonly codeDigest: string;
  /** Milliseconds without a heartbeat after which an account is silent. */
  readonly silentAfter: number;
}

/** All that a sweep needs of the world. */
export interface Sweeper {
  readonly accountId: string;
  /** The Regions whose pools are swept, home first. */
  readonly regions: readonly string[];
  /** The Regions that the account can use; rejects where AWS doesn't tell. */
  readonly enabledRegions: () => Promise<readonly string[]>;
  readonly pools: Pick<Pools, 'page'>;
  readonly policies: PolicySet;
  readonly book: AccountBook;
  readonly pace: Pace;
  /** Asks for looks on the queue of pool changes; rejects where one of them wasn't taken. */
  readonly askForLooks: (looks: readonly DelayedLook[]) => Promise<void>;
  /** Sends a message to the queue of sweeps itself, to come in so many seconds, at most 900. */
  readonly later: (message: OwnSweepMessage, seconds: number) => Promise<void>;
  /** Hands news to those who tell people. The same id twice is told once. */
  readonly announce: (news: Announcement) => Promise<void>;
  /** Hands an outcome to those who tell people. */
  readonly tell: (outcome: Outcome) => Promise<void>;
  /** Has somebody see whether anybody hears what is told. */
  readonly checkListeners: () => Promise<void>;
  /** The parts by which tampering is told and that don't do so; absent where nothing tells of it, as in the sandbox. */
  readonly muteParts?: (accountId: string) => Promise<readonly MutePart[]>;
  /** Moves notices that couldn't be sent back to their queue. */
  readonly redriveNotices: () => Promise<void>;
  /** There where the account is one of an organization with a centre; the centre's own, too. */
  readonly heart?: DeployedVersion & { readonly beat: (heartbeat: Heartbeat) => Promise<void> };
  /** There at the centre of an organization. */
  readonly centre?: Centre;
  readonly count: (name: SweepCount, value: number) => void;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** What came of a message, in one sentence for the log. */
export interface Swept {
  readonly kind: 'done' | 'ignored';
  readonly reason: string;
}
