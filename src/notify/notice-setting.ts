import { type SettingValue, sameValue } from '../pool/setting-value.ts';
import type { SettingPath } from '../pool/settings.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { visibleText, visibleValue } from './hidden-value.ts';

/** One setting of a notice: what was found, what the rules on it require, what it is now. */
export interface NoticeSetting {
  readonly setting: SettingPath;
  readonly found: SettingValue;
  readonly required: readonly string[];
  readonly now: SettingValue;
  /** What a plan would set or has set; absent where nothing was to be written. */
  readonly to?: SettingValue;
  /** True where the setting moved and is what the plan wanted. */
  readonly fixed: boolean;
  readonly rules: readonly string[];
}

/** The findings of an outcome by setting, without secrets, in the order in which they were found. */
export const noticeSettings = (outcome: Outcome): readonly NoticeSetting[] =>
  [...new Set(outcome.findings.map((finding) => finding.setting))].flatMap((setting) => {
    const findings = outcome.findings.filter((finding) => finding.setting === setting);
    const [first] = findings;
    if (!first) return [];
    const change = outcome.changes.find((candidate) => candidate.setting === setting);
    return {
      setting,
      found: visibleValue(setting, first.found),
      required: [...new Set(findings.map((finding) => visibleText(setting, finding.required)))],
      now: visibleValue(setting, first.now),
      ...(change && { to: visibleValue(setting, change.to) }),
      fixed: change !== undefined && !sameValue(first.found, first.now) && sameValue(change.to, first.now),
      rules: findings.map((finding) => finding.rule),
    };
  });
