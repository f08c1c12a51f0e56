import type { SettingPath } from '../pool/settings.ts';

/** Why a finding is not remediated. Each code has one meaning, explained in docs/refusals.md. */
export type RefusalCode =
  | 'needs-tier'
  | 'no-remedy'
  | 'policies-conflict'
  | 'immutable'
  | 'broken-sms-role'
  | 'import-in-progress'
  | 'missing-permission'
  | 'refused-by-aws';

/** Something that policy requires and that was not written, with what a person can do about it. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly settings: readonly SettingPath[];
  /** Why, in one sentence. */
  readonly reason: string;
  /** What a person must do, in one sentence. */
  readonly next: string;
}
