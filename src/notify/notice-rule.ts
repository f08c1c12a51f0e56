import type { Finding } from '../policy/finding.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { visibleText } from './hidden-value.ts';

/** A rule that a pool broke: a finding without its values, which stand with the settings. */
export type NoticeRule = Omit<Finding, 'found'>;

/** The rules of an outcome's findings, without secrets. */
export const noticeRules = (outcome: Outcome): readonly NoticeRule[] =>
  outcome.findings.map(({ found: _, now: __, resolved: ___, ...rule }) => ({
    ...rule,
    required: visibleText(rule.setting, rule.required),
  }));
