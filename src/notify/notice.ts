import { callGroups } from '../change/call-groups.ts';
import type { Cause } from '../change/cause.ts';
import type { Outcome, OutcomeKind, SideEffect } from '../remediation/outcome.ts';
import type { Refusal } from '../remediation/refusal.ts';
import type { SettingChange } from '../remediation/setting-change.ts';
import { headlineOf } from './headline.ts';
import { visibleText, visibleValue } from './hidden-value.ts';
import { callLink, type Link, poolLink } from './links.ts';
import { nextSteps, type Step } from './next-steps.ts';
import { mainCall, type NoticeFacts } from './notice-facts.ts';
import { type NoticeRule, noticeRules } from './notice-rule.ts';
import { type NoticeSetting, noticeSettings } from './notice-setting.ts';
import { summaryOf } from './summary.ts';
import { isUrgent, type NoticeSeverity, severityOf } from './urgency.ts';
import type { Words } from './words.ts';

/** What people are told about one outcome, in no channel's format and without secrets. */
export interface Notice {
  /** The outcome's id. */
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly severity: NoticeSeverity;
  readonly urgent: boolean;
  /** The result and its subject in a few words, for a subject line or a title. */
  readonly headline: Words;
  /** One to three sentences, the first of which carries the subject and the result. */
  readonly summary: Words;
  readonly pool: NonNullable<Outcome['pool']>;
  readonly accountAlias?: string;
  readonly settings: readonly NoticeSetting[];
  readonly rules: readonly NoticeRule[];
  /** The gravest first. */
  readonly causes: readonly Cause[];
  readonly causesOmitted?: number;
  readonly refusals: readonly Refusal[];
  readonly changes: readonly SettingChange[];
  readonly carried: number;
  readonly sideEffects: readonly SideEffect[];
  readonly unknownSettings: readonly string[];
  readonly steps: readonly Step[];
  readonly links: readonly Link[];
  readonly policyDigest: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly fixedAt?: string;
}

const isNews = (outcome: Outcome): boolean => {
  const told = outcome.causes.some((cause) => cause.kind === 'call' && !cause.governed);
  switch (outcome.kind) {
    case 'covered':
    case 'ignored':
      return false;
    case 'remediated':
    case 'partly':
    case 'refused':
    case 'failed':
      return true;
    case 'planned':
      return outcome.causes.some((cause) => cause.kind === 'call');
    case 'gone':
      return outcome.causes.some((cause) => cause.kind === 'call' && cause.call === 'DeleteUserPool');
    case 'reported':
    case 'paused':
    case 'compliant':
      return told || outcome.findings.some((finding) => finding.exemption === undefined);
  }
};

/** The gravest call of each caller comes before all that only repeats one: whoever shortens the list keeps those. */
const gravestFirst = (causes: readonly Cause[]): readonly Cause[] => [
  ...new Set<Cause>([...callGroups(causes).map(({ call }) => call), ...causes]),
];

/** A pool that is gone has no page any more; of many calls the one that the story begins with and the gravest two. */
const linksOf = ({ outcome, pool, settings }: NoticeFacts): readonly Link[] => {
  const gravest = callGroups(outcome.causes).map(({ call }) => call);
  const calls = [...new Set([mainCall(outcome.causes, settings) ?? [], ...gravest].flat())].slice(0, 3);
  const page = outcome.kind === 'gone' ? [] : [poolLink(pool)];
  return [...page, ...calls.map((call) => callLink(pool, call))].filter((link) => link !== undefined);
};

/**
 * Turns an outcome into what people are told of it.
 * @param context the name by which people know the account, where it has one
 * @returns undefined where there is nothing to tell: a compliant pool, a trigger that led to no look, a plan
 *   that a person asked for, a pool that is gone without a deletion to tell of. Nothing is told without a pool.
 */
export const noticeOf = (
  outcome: Outcome,
  context: { readonly accountAlias?: string },
): Notice | undefined => {
  const { pool } = outcome;
  if (!pool || !isNews(outcome)) return undefined;
  const settings = noticeSettings(outcome);
  const facts = { outcome, pool, settings, ...context };
  return {
    id: outcome.id,
    kind: outcome.kind,
    severity: severityOf(outcome),
    urgent: isUrgent(outcome),
    headline: headlineOf(facts),
    summary: summaryOf(facts),
    pool,
    ...(context.accountAlias !== undefined && { accountAlias: context.accountAlias }),
    settings,
    rules: noticeRules(outcome),
    causes: gravestFirst(outcome.causes),
    ...(outcome.causesOmitted !== undefined && { causesOmitted: outcome.causesOmitted }),
    refusals: outcome.refusals,
    changes: outcome.changes.map((change) => ({
      ...change,
      from: visibleValue(change.setting, change.from),
      to: visibleValue(change.setting, change.to),
    })),
    carried: outcome.carried,
    sideEffects: outcome.sideEffects.map(({ path, from, to }) => ({
      path,
      from: visibleText(path, from),
      to: visibleText(path, to),
    })),
    unknownSettings: outcome.unknownSettings,
    steps: nextSteps(facts),
    links: linksOf(facts),
    policyDigest: outcome.policyDigest,
    startedAt: outcome.startedAt,
    endedAt: outcome.endedAt,
    ...(outcome.fixedAt !== undefined && { fixedAt: outcome.fixedAt }),
  };
};
