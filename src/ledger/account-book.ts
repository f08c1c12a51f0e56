import type { Watch } from '../history/past.ts';
import type { Pause } from '../history/pool-request.ts';
import type { PoolOwner } from '../policy/owner.ts';
import type { EnforcedPolicies } from '../policy/policy.ts';
import type { Desk } from './desk.ts';
import type { MemberBook } from './member-book.ts';

/** A sweep that isn't over: what it does next, and when. */
export interface SweepUnderWay {
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  /** Which step is next; they count from 0. */
  readonly step: number;
  /** When that step is due, ISO 8601 UTC. */
  readonly dueAt: string;
  /** Regions whose pools aren't all listed; when none is left, the next step is the last. */
  readonly regions: readonly string[];
  /** Where the next page of a Region begins; a Region at its beginning isn't among them. */
  readonly from?: { readonly [region: string]: string };
  /** How many steps in a row could list none of the Regions that are left. */
  readonly failures: number;
  /** Regions that were given up, since they couldn't be listed; absent where there are none. */
  readonly unlisted?: readonly string[];
  /** How many pools have been asked about. */
  readonly found: number;
  /** True where another sweep was asked for meanwhile: it begins when this one is over. */
  readonly again?: true;
}

/** Regions of which people know that their pools aren't looked after. */
export interface UnwatchedRegions {
  /** When Regions outside were last looked at, ISO 8601 UTC. */
  readonly checkedAt: string;
  /** The Regions that were looked after then. */
  readonly governed: readonly string[];
  /** Regions outside that have pools. */
  readonly outside: readonly string[];
  /** Regions whose pools couldn't be listed. */
  readonly unlisted: readonly string[];
  /** True where nobody could tell which Regions are enabled. */
  readonly isEnabledUnknown?: true;
}

/** What sweeps remember of the account from one to the next. */
export interface AccountRecord {
  readonly watch: Watch;
  /** The policies of which people were last told. */
  readonly policies: EnforcedPolicies;
  /** Since when those are the policies, ISO 8601 UTC. */
  readonly policiesSince: string;
  /** The digest that people were last told, and when. */
  readonly digest?: { readonly key: string; readonly toldAt: string };
  /** Pauses whose beginning was told; taken out when their end was. Whole, since a person may take a pause away. */
  readonly pausesTold: readonly Pause[];
  /** How often that list was replaced: the same pause taken away and put back is news again. Absent before it was. */
  readonly pausesTellings?: number;
  /** When pauses are checked next, ISO 8601 UTC; absent or past where no check is under way. */
  readonly nextPauseCheckAt?: string;
  /** Exemptions that people were told will end or have ended: `<ticket> <expires> ending|ended <hash>`. */
  readonly exemptionsTold: readonly string[];
  /** Whose the exempted pools were at the last sweep, by ARN, as far as only their tags said so. */
  readonly exemptedOwners?: { readonly [pool: string]: readonly PoolOwner[] };
  readonly sweep?: SweepUnderWay;
  /** Where pools may be that nobody looks after, as people were last told. */
  readonly unwatched?: UnwatchedRegions;
  /** The newest sweep that is over, ISO 8601 UTC; absent before the first, and where a version before this one wrote it. */
  /** What the centre of an organization remembers of its roll calls; absent elsewhere. */
  readonly roll?: {
    /** Since when each account is expected to be heard of, ISO 8601 UTC. */
    readonly expectedSince: { readonly [accountId: string]: string };
    /** When people were last told what stands in all accounts, ISO 8601 UTC. */
    readonly digestToldAt?: string;
  };
  readonly swept?: { readonly startedAt: string; readonly endedAt: string };
}

/** The ledger for sweeps: the account's record, which nobody else writes, and the desk's reading side. */
export interface AccountBook
  extends Pick<Desk, 'pauses' | 'damagedPauses' | 'mendPauses' | 'resume' | 'notes' | 'outcome'>,
    MemberBook {
  /** The record with its version; undefined where there is none. */
  read(): Promise<{ readonly record: AccountRecord; readonly version: number } | undefined>;
  /**
   * Replaces the record.
   * @param version the one that was read; 0 where there was none
   * @returns false where somebody else has replaced it meanwhile
   */
  replace(record: AccountRecord, version: number): Promise<boolean>;
  /** When what the records are kept in was made, ISO 8601 UTC; undefined where nobody can tell. */
  madeAt(): Promise<string | undefined>;
}
