import type { Pause } from '../history/pool-request.ts';
import type { Standing } from '../ledger/ledger.ts';
import type { HeldNotice } from '../ledger/notice-memory.ts';
import type { Exemption } from '../policy/exemption.ts';
import type { Loosening } from '../policy/loosened.ts';
import type { PoolOwner } from '../policy/owner.ts';

/** A rule that came in with new policies. */
export interface AddedRule {
  readonly rule: string;
  readonly setting: string;
  readonly required: string;
  readonly mode: string;
  /** `policies/baseline.yaml:14` */
  readonly at: string;
}

/** What stands, by what becomes of it. */
export interface DigestCounts {
  readonly debt: number;
  readonly reported: number;
  readonly refused: number;
}

/** What an owner has of a digest: of all pools in it, those that it doesn't name too. */
export interface OwnedPart {
  readonly owner: string;
  /** How many of their pools have something standing. */
  readonly pools: number;
  readonly counts: DigestCounts;
}

/** A Region outside of the governed ones, and what is in it. */
export interface OutsideRegion {
  readonly region: string;
  readonly pools: number;
  /** True where there are more than were counted. */
  readonly isMore?: true;
}

/** An account of which nothing was heard in time. */
export interface SilentAccount {
  readonly accountId: string;
  /** Since when something should be heard of it, ISO 8601 UTC. */
  readonly expectedSince: string;
  /** When something last was, ISO 8601 UTC; absent where nothing ever was, or not for months. */
  readonly heardAt?: string;
}

/** An account that runs something else than the centre of its organization. */
export interface OtherAccount {
  readonly accountId: string;
  readonly version: string;
  /** True where its code is another. */
  readonly code: boolean;
  /** True where its policies are others. */
  readonly policies: boolean;
}

/** What a digest of all accounts of an organization says besides. */
export interface OrganizationPart {
  /** Accounts that were heard of in time. */
  readonly accounts: number;
  /** Of those, accounts in which something stands. */
  readonly differing: number;
  /** Of those, accounts whose last sweep didn't see every pool. */
  readonly missed: number;
  readonly silent: readonly SilentAccount[];
  readonly silentOmitted: number;
  readonly others: readonly OtherAccount[];
  readonly othersOmitted: number;
}

/** A part by which tampering with Lifeguard is told, and that does not do so. */
export interface MutePart {
  readonly region: string;
  /** Of a rule, or of a queue of what could not be forwarded. */
  readonly name: string;
  readonly why: 'gone' | 'disabled' | 'holds';
  /** How many calls a queue holds of which nobody was told. */
  readonly messages?: number;
}

/** Something that people are told and that is about no single look. It stands beside outcomes on the queue `notices`. */
export type Announcement = {
  readonly schema: 'cognito-lifeguard/announcement/1';
  /** The same news has the same id, so that people hear it once. */
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly accountId: string;
  /** Absent where it is about no policies. */
  readonly policyDigest?: string;
} & (
  | {
      readonly kind: 'policies-changed';
      readonly policyDigest: string;
      /** The digest before; absent where there was none. */
      readonly before?: string;
      readonly added: readonly AddedRule[];
      readonly loosened: readonly Loosening[];
    }
  /** What a sweep found standing, the worst first. `lifeguard accept` takes the sweep's id. */
  | {
      readonly kind: 'digest';
      readonly sweep: string;
      readonly pools: readonly Standing[];
      /** How many more pools have something standing. */
      readonly poolsOmitted: number;
      readonly counts: DigestCounts;
      /** Absent where none of the pools is known to be anybody's. */
      readonly owned?: readonly OwnedPart[];
      /** There where it is about all accounts of an organization, and no sweep's alone. */
      readonly organization?: OrganizationPart;
      /** There where all of it is one owner's, for their eyes. */
      readonly owner?: string;
    }
  | {
      readonly kind: 'pause-begun' | 'pause-ended';
      readonly pause: Pause;
      /** Whose pool it is, where it is one pool whose ARN names somebody. */
      readonly owners?: readonly PoolOwner[];
    }
  | {
      readonly kind: 'exemption-ending' | 'exemption-ended';
      readonly exemption: Exemption;
      /** Whose pools it is about; absent where nobody is known to own one. */
      readonly owners?: readonly PoolOwner[];
    }
  /** What was remembered of the account is gone, though it was there for longer than a deployment takes. */
  | { readonly kind: 'memory-lost' }
  /** Somebody wrote what is no pause where pauses stand; so many entries. It stopped nothing, and is taken away. */
  | { readonly kind: 'pauses-damaged'; readonly entries: number }
  /** Whoever tampers with Lifeguard may go untold, or did. */
  | { readonly kind: 'tampering-untold'; readonly parts: readonly MutePart[] }
  /** More happened than can be told one by one: what wasn't sent by itself, the gravest first. */
  | {
      readonly kind: 'held-back';
      /** ISO 8601 UTC. */
      readonly from: string;
      readonly until: string;
      /** True for notices of which each was urgent. */
      readonly isUrgent: boolean;
      readonly notices: readonly HeldNotice[];
      readonly noticesOmitted: number;
    }
  /** A topic has no confirmed subscriber. */
  | { readonly kind: 'nobody-listening'; readonly topicArn: string; readonly pending: number }
  /** Amazon Q Developer dropped messages that it couldn't read. */
  | { readonly kind: 'chat-dropped'; readonly since: string; readonly messages: number }
  /** There are, or may be, pools in Regions of which nobody is told anything. */
  | {
      readonly kind: 'regions-unwatched';
      readonly governed: readonly string[];
      readonly outside: readonly OutsideRegion[];
      /** Regions whose pools can't be listed, governed ones perhaps. */
      readonly unlisted: readonly string[];
      /** True where AWS doesn't tell which Regions are enabled. */
      readonly isEnabledUnknown?: true;
    }
  /** A person wants to know that notices arrive. */
  | { readonly kind: 'test'; readonly by: string }
);
