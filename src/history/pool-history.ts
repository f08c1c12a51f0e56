import type { Actor } from '../change/cause.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import type { SettingPath } from '../pool/settings.ts';

/**
 * What the looks at a pool have left behind for the next ones to go by. One value, replaced whole at the end of a look;
 * all times are ISO 8601 UTC.
 */
export interface PoolHistory {
  readonly seen: Seen;
  /** Every remediating rule that bound the pool at the last look, by id, with its version. */
  readonly rules: { readonly [rule: string]: string };
  /** Findings that were there when their pool or their rule was first seen, by rule. */
  readonly debt: { readonly [rule: string]: Debt };
  /** Rules that rest on this pool because a person undid what they had brought about. */
  readonly resting: readonly RestingRule[];
  /** What we have put right in the last 14 days, oldest first. */
  readonly fixes: readonly Fix[];
  /** Each time that somebody brought back what we had put right, in the last 14 days, oldest first. */
  readonly undoings: readonly Undoing[];
  readonly breaker?: Breaker;
  /** The highest tier that the pool was seen on, since when, and when last. */
  readonly tier?: { readonly value: string; readonly since: string; readonly at: string };
  /** Policies that bound the pool by its name or tags, by name. */
  readonly bound: { readonly [policy: string]: Bound };
  /** Owners whom the pool's tags named, by name; absent where they named none, as in versions that knew of no owners. */
  readonly owners?: { readonly [owner: string]: OwnedClaim };
  /** Our writes of the last hour: what somebody else wrote meanwhile may have been overwritten. */
  readonly writes: readonly WriteWindow[];
  /** The newest calls that outcomes have named, by event id: EventBridge delivers at least once. */
  readonly calls: readonly string[];
  /** A move that no recorded call explains yet: its event may still be under way. */
  readonly unexplained?: { readonly since: string; readonly settings: readonly SettingPath[] };
  /** How long what is wrong has been as people know it; absent where nothing is wrong. */
  readonly known?: {
    readonly remaining: string;
    readonly since: string;
    readonly toldAt: string;
    /** The rules that don't hold; absent where a version before this one wrote it, which did not say. */
    readonly rules?: readonly string[];
    /** Since when each of them has not held; absent where a version before this one wrote it. */
    readonly sinces?: { readonly [rule: string]: string };
    /** Those of which a notice said so, and that are still to be closed; absent where no notice did. */
    readonly open?: readonly string[];
  };
}

/** The pool as the last look left it. */
export interface Seen {
  readonly at: string;
  /** A short hash of every setting's value. */
  readonly values: { readonly [setting: string]: string };
}

/** A finding that waits for a person. */
export interface Debt {
  readonly since: string;
  /** The rule's version; another one is another rule. */
  readonly version: string;
  /** What was found; a hash in place of texts. */
  readonly found: SettingValue;
}

/** A rule that doesn't count on this pool until a time. */
export interface RestingRule {
  readonly rule: string;
  /** The outcome that was undone. */
  readonly outcome: string;
  readonly until: string;
  /** What the first look after that found, as for debt; what is worse is put right. */
  readonly found?: SettingValue;
}

/** A setting that we put right. */
export interface Fix {
  readonly setting: SettingPath;
  readonly at: string;
  readonly outcome: string;
}

/** Somebody brought back what we had put right. */
export interface Undoing {
  readonly at: string;
  readonly settings: readonly SettingPath[];
  /** Who called; empty where no call was recorded. */
  readonly actors: readonly Actor[];
}

/** Somebody and we undo each other: we write less and less often, and never not at all. */
export interface Breaker {
  readonly openedAt: string;
  /** How many times it has been raised since it opened. */
  readonly level: number;
  /** Before this we don't write. */
  readonly nextWriteAt: string;
}

/** A policy that bound the pool by its name or tags. */
export interface Bound {
  /** A hash of the policy's scope. */
  readonly scope: string;
  /** When it last bound the pool by itself. */
  readonly at: string;
  /** True once people were told that it doesn't any more. */
  readonly told?: true;
}

/** An owner whom the pool's tags named. */
export interface OwnedClaim {
  /** A hash of what says which pools the owner has. */
  readonly pools: string;
  /** When the tags were last seen to name the owner. */
  readonly at: string;
}

/** From the look before a write to the look after it. */
export interface WriteWindow {
  readonly outcome: string;
  readonly from: string;
  readonly to: string;
  /** What the plan changed: there policy says what it must be. */
  readonly changed: readonly SettingPath[];
  /** What the pool's short values were after the write: what we may have overwritten theirs with. */
  readonly values: { readonly [setting: string]: SettingValue };
}
