import type { SettingValue } from '../pool/setting-value.ts';
import type { SettingPath } from '../pool/settings.ts';

/** Why a setting is changed: a rule or a person asks for it, or AWS forces it because of another change. */
export type Because =
  | { readonly kind: 'rule'; readonly rule: string; readonly at: string }
  | {
      readonly kind: 'coupling';
      readonly coupling: string;
      readonly reason: string;
      /** The setting whose change forces this one. */
      readonly forcedBy: SettingPath;
    }
  | {
      readonly kind: 'person';
      /** The caller’s ARN, by sts:GetCallerIdentity. */
      readonly by: string;
      readonly reason: string;
    };

/** One setting that a remediation changes. */
export interface SettingChange {
  readonly setting: SettingPath;
  readonly from: SettingValue;
  readonly to: SettingValue;
  readonly because: readonly [Because, ...Because[]];
  /** What people will feel, where a change can hurt them: said before it is made. */
  readonly warning?: string;
}
