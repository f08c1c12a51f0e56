import type { Severity } from '../policy/policy.ts';
import type { Outcome } from '../remediation/outcome.ts';

/** How grave a notice is: as its gravest rule, or `info` where no rule is involved. */
export type NoticeSeverity = Severity | 'info';

const scale: readonly NoticeSeverity[] = ['info', 'low', 'medium', 'high', 'critical'];

const rankOf = (severity: NoticeSeverity): number => scale.indexOf(severity);

const isBroken = (outcome: Outcome): boolean => outcome.kind === 'failed' || outcome.kind === 'partly';

const news = (outcome: Outcome) => outcome.findings.filter((finding) => finding.exemption === undefined);

/**
 * The gravest severity among the rules that weren't satisfied. A write that failed or stopped half-way is one
 * step graver than its rules, and never below high; a deleted pool, which no rule speaks of, is medium.
 */
export const severityOf = (outcome: Outcome): NoticeSeverity => {
  const floor = isBroken(outcome) ? 'high' : outcome.kind === 'gone' ? 'medium' : 'info';
  const ranks = news(outcome).map((finding) => rankOf(finding.severity) + (isBroken(outcome) ? 1 : 0));
  return scale[Math.min(rankOf('critical'), Math.max(rankOf(floor), ...ranks))] ?? 'critical';
};

/** True where somebody must act now: a broken write, or a high or critical rule that stays unsatisfied. */
export const isUrgent = (outcome: Outcome): boolean =>
  isBroken(outcome) ||
  news(outcome).some((finding) => !finding.resolved && rankOf(finding.severity) >= rankOf('high'));
