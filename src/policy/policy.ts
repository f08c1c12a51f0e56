import type { SettingValue } from '../pool/setting-value.ts';
import type { SettingPath } from '../pool/settings.ts';
import type { Constraint } from './constraint.ts';
import type { Exemption } from './exemption.ts';
import type { Owner } from './owner.ts';

export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

export const modes = ['off', 'notify', 'remediate'] as const;
/** off < notify < remediate: whether a rule is checked, told, or also put right. */
export type Mode = (typeof modes)[number];

/** Where a rule or policy stands in its file; lines and columns count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A name pattern as written, and the regular expression that it means. */
export interface NameGlob {
  readonly glob: string;
  readonly pattern: string;
}

/**
 * Which pools a policy binds: every part that is there must match. Of a list any entry suffices; of `tags`
 * every key must be there with one of its values.
 */
export interface Scope {
  readonly accounts?: readonly string[];
  readonly regions?: readonly string[];
  readonly pools?: readonly string[];
  readonly names?: readonly NameGlob[];
  readonly tags?: { readonly [key: string]: readonly string[] };
}

/** Second factors that a rule can have a remedy turn on. */
export const factors = ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] as const;

/** What a rule says of how it may be put right, besides what it asks for. */
export interface RemediationTerms {
  /** The second factor to turn on where MFA is to be on and the pool has none. */
  readonly factor?: (typeof factors)[number];
  /** The ticket that permits a remedy that can lock users out. */
  readonly allowLockOut?: string;
  /** The ticket that permits a remedy that raises what every active user costs. */
  readonly allowCost?: string;
}

export interface Rule {
  readonly id: string;
  readonly setting: SettingPath;
  readonly constraint: Constraint;
  /** The constraint in words: `at least 14`. */
  readonly required: string;
  readonly severity: Severity;
  readonly mode: Mode;
  readonly why: string;
  readonly controls: readonly string[];
  /** The ticket under which a remedy of this rule may move the setting away from its safer direction. */
  readonly allowWeakening?: string;
  /** What a remedy sets where no value is nearest; null takes the setting away. */
  readonly remediateTo?: SettingValue;
  /** There where the rule says any of them. */
  readonly terms?: RemediationTerms;
  readonly source: SourcePlace;
}

export interface Policy {
  readonly name: string;
  readonly description: string;
  readonly owner?: string;
  /** How to ask for an exemption: shown in every notice of this policy. */
  readonly exemptionsUrl?: string;
  readonly appliesTo: Scope;
  readonly rules: readonly Rule[];
  readonly source: SourcePlace;
}

/** What is enforced, plain JSON, with the digest of what it says. */
export interface EnforcedPolicies {
  /** `sha256:` and 64 hexadecimal digits. Owners aren't part of it: they change nothing of what is enforced. */
  readonly digest: string;
  readonly policies: readonly Policy[];
  readonly exemptions: readonly Exemption[];
}

/** All that the files of a deployment say, plain JSON. */
export interface PolicySet extends EnforcedPolicies {
  readonly owners: readonly Owner[];
}
