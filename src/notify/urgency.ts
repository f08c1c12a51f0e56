import type { Severity } from '../policy/policy.ts';
import type { Outcome } from '../remediation/outcome.ts';
import type { NoticeSetting } from './notice-setting.ts';

/** How grave a notice is: as its gravest rule, or `info` where no rule is involved. */
export type NoticeSeverity = Severity | 'info';

const scale: readonly NoticeSeverity[] = ['info', 'low', 'medium', 'high', 'critical'];

/**
 * The gravest severity among the rules that aren't satisfied. A write that failed or stopped half-way is one
 * step graver than its rules, and never below high.
 */
export const severityOf = (outcome: Outcome): NoticeSeverity => {
  const ranks = outcome.findings.map((finding) => scale.indexOf(finding.severity));
  const rules = Math.max(0, ...ranks);
  const broken = outcome.kind === 'failed' || outcome.kind === 'partly';
  return scale[broken ? Math.min(4, Math.max(3, rules + 1)) : rules] ?? 'critical';
};

/** True where somebody must act now: a broken write, or a high or critical rule that stays unsatisfied. */
export const isUrgent = (outcome: Outcome, settings: readonly NoticeSetting[]): boolean => {
  if (outcome.kind === 'failed' || outcome.kind === 'partly') return true;
  const fixed = new Set(settings.filter((row) => row.fixed).map((row) => row.setting));
  return outcome.findings.some(
    (finding) =>
      (finding.severity === 'high' || finding.severity === 'critical') && !fixed.has(finding.setting),
  );
};
