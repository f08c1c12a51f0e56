import type { Mode, Severity } from '../../../policy/policy.ts';

/** How a rule that doesn't hold stands at a pool. */
export type DetailState =
  /** It is broken, and Lifeguard may put it right or tells of it. */
  | 'open'
  /** It was broken before Lifeguard or the rule came, and waits for a person. */
  | 'debt'
  /** It is broken, and can't be put right as it is. */
  | 'refused'
  /** It is broken, and somebody accepted that for a time. */
  | 'exempted';

/** Something that would change, or change along. Values are as people read them. */
export interface ShownChange {
  readonly setting: string;
  readonly from: string;
  readonly to: string;
  /** Why AWS has it change along; absent where a rule asks for it. */
  readonly along?: string;
  /** What people will feel. */
  readonly warning?: string;
}

/** What a cell opens to. The same at many pools is written once. */
export interface CellDetail {
  readonly state: DetailState;
  readonly found: string;
  /** Where an exemption's floor is asked in place of the rule's own. */
  readonly required?: string;
  readonly changes?: readonly ShownChange[];
  readonly refusal?: { readonly code: string; readonly reason: string; readonly next: string };
  readonly exemption?: ShownExemption;
  /** The day since which it is debt. */
  readonly since?: string;
  /** The rule rests on the pool until then (ISO 8601 UTC), because this outcome was undone. */
  readonly resting?: { readonly outcome: string; readonly until: string };
}

/** An exemption as a report shows it. */
export interface ShownExemption {
  readonly ticket: string;
  readonly approver: string;
  readonly reason: string;
  readonly expires: string;
  readonly at: string;
}

/** A rule: a column of the map. */
export interface RuleColumn {
  readonly id: string;
  readonly policy: string;
  readonly at: string;
  readonly setting: string;
  readonly required: string;
  readonly severity: Severity;
  readonly mode: Exclude<Mode, 'off'>;
  readonly why: string;
  readonly controls: readonly string[];
  readonly owner?: string;
  readonly exemptionsUrl?: string;
}

/** What stands in a cell: one of these three, or `firstDetail` and more, a place in the list of details. */
export const notBound = 0;
export const holding = 1;
export const undetermined = 2;
export const firstDetail = 3;

/** A pool: a row of the map. */
export interface PoolRow {
  readonly id: string;
  /** Absent where it has none, or wasn't read. */
  readonly name?: string;
  /** Places in the list of owners; a negative one, counted from -1, where only the pool's tags say so. */
  readonly owners?: readonly number[];
  /** One number for each rule. */
  readonly cells: readonly number[];
  /** Why it could not be read. */
  readonly unread?: string;
}

/** What the page's script is given: kept small, since there may be ten thousand pools. */
export interface MapData {
  readonly account: string;
  /** True where a ledger was read: only then is it known what is debt. */
  readonly isRemembered: boolean;
  readonly rules: readonly RuleColumn[];
  readonly owners: readonly string[];
  readonly details: readonly CellDetail[];
  /** Worst first. */
  readonly pools: readonly PoolRow[];
}
