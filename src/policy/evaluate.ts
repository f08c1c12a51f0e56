import { type PoolSnapshot, readSetting } from '../pool/pool-snapshot.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import { type SettingPath, settingAt } from '../pool/settings.ts';
import { holds } from './constraints/holds.ts';
import type { Finding } from './finding.ts';
import { type Mode, type PolicySet, severities } from './policy.ts';
import { binds } from './scope.ts';
import { exemptionFor, type StandingRule, standingRule } from './standing-rule.ts';
import { type BindingRule, type Target, targetFor } from './target.ts';

export type { Target } from './target.ts';

/** What policy says of a pool. */
export interface Evaluation {
  /** Rules that the pool doesn't satisfy, worst severity first, then in the order of the files. */
  readonly findings: readonly Finding[];
  /** Per setting that a remediating rule finds wrong. */
  readonly targets: ReadonlyMap<SettingPath, Target>;
  /** Per setting that remediating rules bind and find right: what no remedy of another setting may break. */
  readonly kept: ReadonlyMap<SettingPath, Target>;
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
  const wrong = new Set(findings.filter(({ mode }) => mode === 'remediate').map(({ setting }) => setting));
  const all = targetsFor(snapshot, rules);
  return {
    findings: findings.toSorted((left, right) => rankOf(left) - rankOf(right)),
    targets: new Map(all.filter(([setting]) => wrong.has(setting))),
    kept: new Map(all.filter(([setting]) => !wrong.has(setting))),
  };
};

const rankOf = ({ severity }: Finding): number => severities.indexOf(severity);

const findingOf = (
  { policy, rule, at, mode, enforced, exemption }: StandingRule,
  snapshot: PoolSnapshot,
): Finding[] => {
  const setting = settingAt(rule.setting);
  const found = foundAt(snapshot, rule.setting);
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
  snapshot: PoolSnapshot,
  rules: readonly StandingRule[],
): readonly (readonly [SettingPath, Target])[] => {
  const binding = rules.flatMap(({ rule, at, mode, enforced }): BindingRule[] =>
    mode === 'remediate' && enforced ? [{ rule, at, constraint: enforced.constraint }] : [],
  );
  return [...Map.groupBy(binding, ({ rule }) => rule.setting)].flatMap(([setting, [first, ...others]]) => {
    const found = foundAt(snapshot, setting);
    return first ? [[setting, targetFor(found, [first, ...others])] as const] : [];
  });
};

const foundAt = (snapshot: PoolSnapshot, path: SettingPath): SettingValue =>
  readSetting(snapshot, settingAt(path));
