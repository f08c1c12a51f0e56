import type { Cause } from '../change/cause.ts';
import type { Finding } from '../policy/finding.ts';
import type { PoolOwner } from '../policy/owner.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import type { Refusal } from './refusal.ts';
import type { Remark } from './remark.ts';
import type { SettingChange } from './setting-change.ts';

export type OutcomeKind =
  | 'compliant'
  | 'reported'
  | 'planned'
  | 'remediated'
  | 'partly'
  | 'refused'
  | 'failed'
  | 'paused'
  | 'gone'
  | 'covered'
  | 'ignored';

/** A finding with what the setting is now, after everything that we did. */
export interface OutcomeFinding extends Finding {
  readonly now: SettingValue;
  /** True where the rule holds now. */
  readonly resolved: boolean;
}

/** Something that moved although no plan named it. */
export interface SideEffect {
  /** Dotted path in AWS's answer; not only catalogue settings can move. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** What came of one look at a pool, or of a trigger that led to none. Its JSON schema: docs/outcome.schema.json. */
export interface Outcome {
  readonly schema: 'cognito-lifeguard/outcome/1';
  readonly id: string;
  readonly kind: OutcomeKind;
  /** One sentence, where the kind alone doesn't say why. */
  readonly reason?: string;
  /** Absent where a trigger named no pool. */
  readonly pool?: PoolRef & {
    readonly name: string | null;
    /** As AWS says, ISO 8601 UTC; absent where the pool wasn't seen. */
    readonly createdAt?: string;
  };
  /** Whose pool it is, those first of whom that is certain; absent where nobody is known to own it. */
  readonly owners?: readonly PoolOwner[];
  /** Why we looked: of many calls the first and the last ones, and at least one of each caller and name. */
  readonly causes: readonly Cause[];
  /** How many more calls there were; absent where `causes` has them all. */
  readonly causesOmitted?: number;
  readonly findings: readonly OutcomeFinding[];
  readonly changes: readonly SettingChange[];
  /** How many settings the write carried forward unchanged; 0 where nothing was written. */
  readonly carried: number;
  readonly refusals: readonly Refusal[];
  readonly sideEffects: readonly SideEffect[];
  /** Members of the pool that this version's catalogue doesn't know, by path. */
  readonly unknownSettings: readonly string[];
  /** What the past adds. */
  readonly remarks: readonly Remark[];
  /** There where people know of it already: it is kept and counted, and not told. */
  readonly quiet?: true;
  readonly policyDigest: string;
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** When the write took effect, ISO 8601 UTC. */
  readonly fixedAt?: string;
}
