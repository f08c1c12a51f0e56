import type { Constraint } from './constraint.ts';
import type { SourcePlace } from './policy.ts';

/** A rule that an exemption lifts, or loosens to a floor. */
export interface ExemptedRule {
  readonly rule: string;
  /** What holds in place of the rule's own constraint; without it, nothing does. */
  readonly floor?: { readonly constraint: Constraint; readonly required: string };
}

/** A time-limited permission for exact pools to differ from exact rules. */
export interface Exemption {
  /** Pool ARNs. */
  readonly pools: readonly string[];
  readonly rules: readonly ExemptedRule[];
  readonly reason: string;
  readonly approver: string;
  readonly ticket: string;
  /** First day that it counts, `2026-11-23`. */
  readonly granted: string;
  /** Last day that it counts, to the end of that day UTC; at most 90 days after `granted`. */
  readonly expires: string;
  readonly source: SourcePlace;
}
