import type { Finding } from '../policy/finding.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import type { Outcome } from '../remediation/outcome.ts';

/** A rule that a pool broke: a finding without its values, which stand with the settings. */
export type NoticeRule = Omit<Finding, 'found'> & {
  /** True where the rule holds now. */
  readonly resolved: boolean;
  /** There for what waits for a person, since it isn't among the settings. */
  readonly found?: SettingValue;
};

/** The rules of an outcome's findings. */
export const noticeRules = (outcome: Outcome): readonly NoticeRule[] =>
  outcome.findings.map(({ found, now: _, ...rule }) => ({
    ...rule,
    ...(rule.left?.kind === 'debt' && { found }),
  }));
