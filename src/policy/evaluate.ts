import { type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import type { Setting } from '../pool/setting.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import { type SettingPath, settingAt } from '../pool/settings.ts';
import type { Constraint } from './constraint.ts';
import { contradiction } from './constraints/contradiction.ts';
import { holds } from './constraints/holds.ts';
import { intersect } from './constraints/intersect.ts';
import { nearest } from './constraints/nearest.ts';
import type { Finding } from './finding.ts';
import { isWeaker } from './is-weaker.ts';
import { type Mode, type PolicySet, type RemediationTerms, severities } from './policy.ts';
import { binds } from './scope.ts';
import { exemptionFor, type StandingRule, standingRule } from './standing-rule.ts';

/** A rule and its place, `policies/baseline.yaml:14`. */
export interface RuleAt {
  readonly rule: string;
  readonly at: string;
}

/** What a remediation of one setting has to satisfy: every remediating rule on it, those that hold now too. */
export type Target =
  | {
      readonly kind: 'required';
      readonly constraint: Constraint;
      readonly rules: readonly RuleAt[];
      /** The ticket of a rule that permits a step away from the safer direction. */
      readonly allowWeakening?: string;
      /** The terms of all these rules together; of two that say the same one, the first counts. */
      readonly terms: RemediationTerms;
    }
  /** No value satisfies them all, or the one that does would weaken the pool and no ticket permits that. */
  | { readonly kind: 'conflict'; readonly rules: readonly RuleAt[] };

/** What policy says of a pool. */
export interface Evaluation {
  /** Rules that the pool doesn't satisfy, worst severity first, then in the order of the files. */
  readonly findings: readonly Finding[];
  /** Per setting that a remediating rule finds wrong. */
  readonly targets: ReadonlyMap<SettingPath, Target>;
}

export interface EvaluationOptions {
  /** The strongest mode that the deployment permits. */
  readonly ceiling: Exclude<Mode, 'off'>;
  /** The day in UTC, `2026-11-23`: which exemptions count. */
  readonly today: string;
}

/** Holds a pool against policy. The one evaluator, for events, sweeps and the command line alike. */
export const evaluate = (
  snapshot: PoolSnapshot,
  policies: PolicySet,
  { ceiling, today }: EvaluationOptions,
): Evaluation => {
  const rules = policies.policies
    .filter((policy) => binds(policy.appliesTo, snapshot))
    .flatMap((policy) => policy.rules.map((rule) => ({ policy, rule })))
    .flatMap(({ policy, rule }) => {
      if (rule.mode === 'off') return [];
      const mode = ceiling === 'notify' ? 'notify' : rule.mode;
      return [standingRule(policy, rule, mode, exemptionFor(rule, snapshot.pool.arn, policies, today))];
    });
  const findings = rules.flatMap((rule) => findingOf(rule, snapshot));
  return {
    findings: findings.toSorted((left, right) => rankOf(left) - rankOf(right)),
    targets: targetsFor(findings, rules),
  };
};

const rankOf = ({ severity }: Finding): number => severities.indexOf(severity);

const findingOf = (
  { policy, rule, at, mode, enforced, exemption }: StandingRule,
  snapshot: PoolSnapshot,
): Finding[] => {
  const setting = settingAt(rule.setting);
  const found = readSetting(snapshot, setting);
  if (holds(rule.constraint, found, setting)) return [];
  const tolerated = !enforced || holds(enforced.constraint, found, setting);
  return [
    {
      policy: policy.name,
      rule: rule.id,
      at,
      setting: rule.setting,
      found,
      required: tolerated ? rule.required : enforced.required,
      severity: rule.severity,
      mode: tolerated ? 'notify' : mode,
      why: rule.why,
      controls: rule.controls,
      ...(policy.owner !== undefined && { owner: policy.owner }),
      ...(policy.exemptionsUrl !== undefined && { exemptionsUrl: policy.exemptionsUrl }),
      ...(tolerated && exemption && { exemption }),
    },
  ];
};

const targetsFor = (
  findings: readonly Finding[],
  rules: readonly StandingRule[],
): ReadonlyMap<SettingPath, Target> => {
  const wrong = findings.filter(({ mode }) => mode === 'remediate');
  return new Map(wrong.map(({ setting, found }) => [setting, targetFor(setting, found, rules)]));
};

const targetFor = (path: SettingPath, found: SettingValue, rules: readonly StandingRule[]): Target => {
  const binding = rules.flatMap(({ rule, at, mode, enforced }) =>
    mode === 'remediate' && rule.setting === path && enforced ? [{ rule, at, enforced }] : [],
  );
  const constraint = binding.map(({ enforced }) => enforced.constraint).reduce(intersect);
  const named = binding.map(({ rule, at }) => ({ rule: rule.id, at }));
  const allowWeakening = binding.find(({ rule }) => rule.allowWeakening !== undefined)?.rule.allowWeakening;
  if (contradiction(constraint)) return { kind: 'conflict', rules: named };
  // Each rule alone was checked when it was loaded; sets with gaps can still meet in one that weakens.
  if (allowWeakening === undefined && wouldWeaken(constraint, found, settingAt(path))) {
    return { kind: 'conflict', rules: named };
  }
  return {
    kind: 'required',
    constraint,
    rules: named,
    terms: Object.assign({}, ...binding.map(({ rule }) => rule.terms ?? {}).toReversed()) as RemediationTerms,
    ...(allowWeakening !== undefined && { allowWeakening }),
  };
};

const wouldWeaken = (constraint: Constraint, found: SettingValue, setting: Setting): boolean => {
  const remedy = nearest(constraint, found, setting);
  return remedy.kind === 'value' && isWeaker(found, remedy.value, setting);
};
