import type { SettingValue } from './setting-value.ts';

/** What values a setting can hold. Bounds and patterns are those of AWS's service model. */
export type SettingKind =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'enumeration'; readonly values: readonly string[]; readonly ordered: boolean }
  | { readonly kind: 'text'; readonly min: number; readonly max: number; readonly pattern?: string }
  | {
      readonly kind: 'members';
      readonly values?: readonly string[];
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly kind: 'ranking';
      readonly values: readonly string[];
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'map'; readonly keys?: readonly string[]; readonly valueMember?: string }
  | { readonly kind: 'opaque' };

/** The API calls that write a setting. `CreateUserPool` alone means: fixed at creation. */
export type SettingCall = 'UpdateUserPool' | 'SetUserPoolMfaConfig' | 'CreateUserPool' | 'none';

/**
 * What it means when AWS's answer, or a request to create a pool, lacks the setting: a value that AWS
 * documents or that was seen on live pools, `none` where absence is itself the state, `unknown` where nobody has published it.
 */
export type Absence = { readonly value: SettingValue } | 'none' | 'unknown';

/** How a remediation carries a setting that it doesn't change into its request. */
export type CarryRule =
  /** Sent exactly as read, left out where it was not returned. */
  | 'as-read'
  /** Sent always: an empty list where nothing was returned, since omission resets it. */
  | 'as-read-or-empty'
  /** Read as `Name`, sent as `PoolName`. */
  | 'renamed'
  /** The former place of another setting: its value goes there where that one is missing, and this one is never sent. */
  | 'folded'
  /** Left out when untouched, because AWS documents that omission keeps it and that sending has side effects. */
  | 'kept-by-omission'
  /** Only entries that differ from AWS's defaults are sent. */
  | 'without-defaults'
  /** Not an input of UpdateUserPool. */
  | 'not-sent';

/** Who notices when the setting changes. */
export type FeltBy =
  | 'nobody'
  | 'sign-up form'
  | 'sign-in'
  | 'password reset'
  | 'pending invitations'
  | 'message recipients'
  | 'teardown'
  | 'bill'
  | 'token verifiers'
  | 'application code';

/** One row of the settings catalogue: what Lifeguard knows of one setting at leaf depth. */
export interface Setting {
  /** AWS's own name, dotted. */
  readonly path: string;
  readonly kind: SettingKind;
  readonly calls: readonly [SettingCall, ...SettingCall[]];
  /** Where Describe shows it, when not under `UserPool` at the same path. */
  readonly read?: { readonly from: 'UserPool' | 'MfaConfig'; readonly path: string };
  /** Which way is safer: for lists, `lower` is fewer members; for rankings, the catalogue's order is safest first. */
  readonly safer?: 'higher' | 'lower' | 'earlier';
  readonly absentInRead: Absence;
  readonly absentAtCreation: Absence;
  readonly carry: CarryRule;
  /** The lowest tier on which AWS takes a value other than those in `without`. */
  readonly tier?: { readonly needs: 'ESSENTIALS' | 'PLUS'; readonly without: readonly SettingValue[] };
  readonly feltBy: FeltBy;
  /** A whole number that AWS accepts and takes as none at all: what absence means is in force then. */
  readonly takenAsUnset?: number;
  /** The setting that took this one's place (carry rule `folded`). */
  readonly foldedInto?: string;
  /** Another row is the same setting under its governable name: `SmsMfaConfiguration.SmsConfiguration` mirrors `SmsConfiguration`. */
  readonly sameAs?: string;
  /** Rules on it only notify unless the deployment names it: a wrong value hands the pool to somebody. */
  readonly sensitive?: true;
  /** For lists and maps of structures: the members inside one element. */
  readonly elements?: readonly string[];
  readonly meaning: string;
  /** Where the row's facts come from. */
  readonly evidence: string;
}
