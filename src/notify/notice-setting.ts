import type { SettingValue } from '../pool/setting-value.ts';
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
  /** True where all rules on it hold now. */
  readonly fixed: boolean;
  /** True where no rule on it asks for more than a notice. */
  readonly notifyOnly: boolean;
  readonly rules: readonly string[];
}

/**
 * The findings of an outcome by setting, without secrets, in the order in which they were found.
 * What somebody accepted by an exemption is no news and isn't among them.
 */
export const noticeSettings = (outcome: Outcome): readonly NoticeSetting[] => {
  const news = outcome.findings.filter((finding) => finding.exemption === undefined);
  return [...Map.groupBy(news, (finding) => finding.setting)].flatMap(([setting, findings]) => {
    const [first] = findings;
    if (!first) return [];
    const change = outcome.changes.find((candidate) => candidate.setting === setting);
    return {
      setting,
      found: visibleValue(setting, first.found),
      required: [...new Set(findings.map((finding) => visibleText(setting, finding.required)))],
      now: visibleValue(setting, first.now),
      ...(change && { to: visibleValue(setting, change.to) }),
      fixed: findings.every((finding) => finding.resolved),
      notifyOnly: findings.every((finding) => finding.mode === 'notify'),
      rules: findings.map((finding) => finding.rule),
    };
  });
};
