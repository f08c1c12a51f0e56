import type { Severity, SourcePlace } from '../../policy/policy.ts';
import type { SettingValue } from '../../pool/setting-value.ts';

/** What a rule is held against: a live pool, or a pool that a file declares. */
export interface Subject {
  /** As people call it. */
  readonly name: string;
  /** A pool's ARN, or what the file calls it: a logical id, a Terraform address. */
  readonly id: string;
  /** Where it is declared; absent for a live pool. */
  readonly place?: SourcePlace;
}

/** How one rule stands at one subject. */
export interface Verdict {
  /**
   * `violation`: it doesn't hold. `exempted`: it doesn't, under an exemption. `undetermined`: what decides isn't known
   * before the deployment. `refused`: it doesn't hold and can't be put right.
   */
  readonly status: 'violation' | 'refused' | 'exempted' | 'undetermined' | 'compliant';
  readonly subject: Subject;
  readonly policy: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly why: string;
  /** Where the rule stands. */
  readonly at: SourcePlace;
  readonly setting: string;
  readonly required: string;
  /** Absent where it isn't known. */
  readonly found?: SettingValue;
  /** What would be set; absent where nothing would. */
  readonly to?: SettingValue;
  /** One sentence for people: what is wrong, or why it isn't known. */
  readonly message: string;
  /** What a person can do, in one sentence. */
  readonly next?: string;
}
