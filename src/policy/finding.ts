import type { SettingValue } from '../pool/setting-value.ts';
import type { SettingPath } from '../pool/settings.ts';
import type { Severity } from './policy.ts';

/** A rule that a pool doesn't satisfy. */
export interface Finding {
  readonly policy: string;
  readonly rule: string;
  /** The rule's place, `policies/baseline.yaml:14`. */
  readonly at: string;
  readonly setting: SettingPath;
  readonly found: SettingValue;
  /** What the rule asks for, in words: `at least 14`. */
  readonly required: string;
  readonly severity: Severity;
  readonly mode: 'notify' | 'remediate';
  readonly why: string;
  readonly controls: readonly string[];
  readonly owner?: string;
  readonly exemptionsUrl?: string;
  /** There where somebody accepted this difference: it is listed, not told as news, and never remediated. */
  readonly exemption?: AcceptedUnder;
  /** There where the rule would be put right, and this time isn't: what the past says of it. */
  readonly left?: Left;
}

/** Why a finding of a remediating rule is left as it is. */
export type Left =
  /** It was there when its pool or its rule was first seen, on this day; a person has to accept it. */
  | { readonly kind: 'debt'; readonly since: string }
  /** A person undid our remediation, and the rule rests on this pool until then (ISO 8601 UTC). */
  | { readonly kind: 'undone'; readonly outcome: string; readonly until: string };

/** The exemption that covers a finding. */
export interface AcceptedUnder {
  readonly ticket: string;
  readonly approver: string;
  readonly reason: string;
  readonly expires: string;
  /** The exemption's place, `policies/exemptions.yaml:3`. */
  readonly at: string;
}
