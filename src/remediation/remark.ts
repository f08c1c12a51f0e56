import type { Actor } from '../change/cause.ts';
import type { Severity } from '../policy/policy.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import type { SettingPath } from '../pool/settings.ts';

/** Something that a look alone doesn't show, and that people must know: what the past adds to it. */
export type Remark =
  /** The pool's settings moved, and no recorded call explains it. */
  | { readonly kind: 'changed-unseen'; readonly since: string; readonly settings: readonly SettingPath[] }
  /** A recorded call asked for what policy forbids, and the pool is as required again. */
  | { readonly kind: 'put-back'; readonly claims: readonly Claimed[] }
  /** What can't be put right became wrong just now: somebody may be hiding behind the refusal. */
  | { readonly kind: 'newly-refused'; readonly settings: readonly SettingPath[] }
  /** The same has been wrong since then, and people have been told before. */
  | { readonly kind: 'still-wrong'; readonly since: string; readonly days: number }
  /** What people were told of holds again. */
  | {
      readonly kind: 'back-in-compliance';
      /** When it was first seen. */
      readonly since: string;
      /** Rules that hold again. */
      readonly rules: readonly string[];
      /** Rules that don't bind the pool any more, whatever it is set to. */
      readonly unbound: readonly string[];
      /** True where nothing else that people were told of is left. */
      readonly isWhole: boolean;
    }
  /** What we had put right was wrong again, though nobody and we are at war over it yet. */
  | {
      readonly kind: 'brought-back';
      readonly settings: readonly SettingPath[];
      /** How many times within 14 days. */
      readonly times: number;
    }
  /** Somebody and we undo each other. */
  | {
      readonly kind: 'war';
      readonly settings: readonly SettingPath[];
      readonly times: number;
      readonly actors: readonly Actor[];
      /** The CloudFormation stack that the pool's tags name; whoever can tag the pool can write it. */
      readonly stack?: string;
      readonly nextWriteAt: string;
    }
  /** Nobody has undone us since then, a day ago or longer: writing is as usual again. */
  | { readonly kind: 'war-over'; readonly since: string }
  /** Somebody else's call fell between our look and our write: what it set may have been overwritten. */
  | {
      readonly kind: 'lost-update';
      readonly outcome: string;
      /** When that write had taken effect. */
      readonly writtenAt: string;
      readonly call: string;
      readonly eventId: string;
      readonly eventTime: string;
      readonly actor: Actor;
      readonly settings: readonly {
        readonly setting: SettingPath;
        readonly ours: SettingValue;
        readonly theirs: SettingValue;
      }[];
      /** How many more calls there were of the kind that have no remark of their own. */
      readonly callsOmitted?: number;
    }
  /** Policies that bound the pool by its name or tags and don't any more; they are enforced until then all the same. */
  | { readonly kind: 'left-scope'; readonly policies: readonly string[]; readonly until: string }
  /** Lifeguard has looked after all pools for longer than this pool is in its memory: somebody took it out. */
  | { readonly kind: 'memory-lost' }
  /** AWS refused the call: somebody tried. */
  | { readonly kind: 'denied'; readonly error: string };

/** What a call asked for against policy. */
export interface Claimed {
  readonly setting: SettingPath;
  readonly claimed: SettingValue;
  readonly required: string;
  readonly rule: string;
  /** Absent where a version before this one wrote it. */
  readonly severity?: Severity;
  readonly at: string;
  readonly call: string;
  readonly eventId: string;
  readonly actor: Actor;
}
