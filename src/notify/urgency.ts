import { callRank } from '../change/call-rank.ts';
import type { Severity } from '../policy/policy.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { toldFindings } from './news.ts';
import { type NoticeFacts, toldCalls } from './notice-facts.ts';

/** How grave a notice is: as its gravest rule, or `info` where no rule is involved. */
export type NoticeSeverity = Severity | 'info';

const scale: readonly NoticeSeverity[] = ['info', 'low', 'medium', 'high', 'critical'];

const rankOf = (severity: NoticeSeverity): number => scale.indexOf(severity);

/** A severity that was kept as text; the gravest where it is none that this version knows. */
export const severityFrom = (text: string): NoticeSeverity =>
  scale.find((severity) => severity === text) ?? 'critical';

/** How grave a severity that was kept as text is, the higher the graver. */
export const severityRank = (text: string): number => rankOf(severityFrom(text));

const isBroken = (outcome: Outcome): boolean => outcome.kind === 'failed' || outcome.kind === 'partly';

/** The gravest of several; `info` of none. */
export const gravestOf = (severities: readonly NoticeSeverity[]): NoticeSeverity =>
  severities.toSorted((left, right) => rankOf(right) - rankOf(left))[0] ?? 'info';

const graverBy = (steps: number, severity: NoticeSeverity): NoticeSeverity =>
  scale[Math.min(rankOf('critical'), rankOf(severity) + steps)] ?? 'critical';

/**
 * How grave a call is that no rule speaks of: what can take over sign-in stands above what changes its looks, so that
 * it isn't lost among those.
 */
const toldSeverity = (call: string): NoticeSeverity => {
  const rank = callRank(call);
  if (rank <= 1) return 'medium';
  return rank === 2 ? 'low' : 'info';
};

/**
 * The gravest severity among the rules that weren't satisfied, and at least that of each remark. A write that failed or
 * stopped half-way is one step graver than its rules, and never below high; a deleted pool, which no rule speaks of, is
 * medium.
 */
export const severityOf = (facts: NoticeFacts): NoticeSeverity => {
  const { outcome, stories } = facts;
  const floor = isBroken(outcome) ? 'high' : outcome.kind === 'gone' ? 'medium' : 'info';
  const steps = Math.max(isBroken(outcome) ? 1 : 0, ...stories.map(({ raised = 0 }) => raised));
  const rules = toldFindings(outcome).map((finding) => graverBy(steps, finding.severity));
  const told = toldCalls(facts).map(({ call }) => toldSeverity(call.call));
  return gravestOf([floor, ...told, ...rules, ...stories.map((story) => story.severity)]);
};

/**
 * True where somebody must act now: a broken write, a high or critical rule that stays unsatisfied, or a remark. A rule
 * that rests stays so because a person undid what it had brought about.
 */
export const isUrgent = ({ outcome, stories }: NoticeFacts): boolean =>
  isBroken(outcome) ||
  stories.some((story) => story.urgent) ||
  toldFindings(outcome).some(
    ({ resolved, left, severity }) => !resolved && !left && rankOf(severity) >= rankOf('high'),
  );
