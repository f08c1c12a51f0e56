import { type PoolSnapshot, readSetting, tagsOf } from '../pool/pool-snapshot.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import { type SettingPath, settingAt } from '../pool/settings.ts';
import { holds } from './constraints/holds.ts';
import type { Finding, Left } from './finding.ts';
import type { PoolOwner } from './owner.ts';
import { ownersOf } from './owners-of.ts';
import { type Mode, type PolicySet, type Rule, severities } from './policy.ts';
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
  /** Every rule that binds the pool today and is checked, satisfied or not. */
  readonly standing: readonly StandingRule[];
  /** Whose pool it is, as the files and its tags say. */
  readonly owners: readonly PoolOwner[];
}

/** Says of a finding that would be put right why it is left this time; undefined where it isn't. */
export type Leave = (finding: Finding, rule: Rule) => Left | undefined;

export interface EvaluationOptions {
  /** The strongest mode that the deployment permits. */
  readonly ceiling: Exclude<Mode, 'off'>;
  /** The day in UTC, `2026-11-23`: which exemptions count. */
  readonly today: string;
  /** Nothing is left, if not said. */
  readonly leave?: Leave;
  /** Policies, by name, that bind the pool although their scope doesn't any more. */
  readonly stillBound?: ReadonlySet<string>;
}

/** Holds a pool against policy. The one evaluator, for events, sweeps and the command line alike. */
export const evaluate = (
  snapshot: PoolSnapshot,
  policies: PolicySet,
  { ceiling, today, leave = () => undefined, stillBound }: EvaluationOptions,
): Evaluation => {
  const standing = policies.policies
    .filter((policy) => binds(policy.appliesTo, snapshot) || stillBound?.has(policy.name))
    .flatMap((policy) => policy.rules.map((rule) => ({ policy, rule })))
    .flatMap(({ policy, rule }) => {
      if (rule.mode === 'off') return [];
      const mode = ceiling === 'notify' ? 'notify' : rule.mode;
      return [standingRule(policy, rule, mode, exemptionFor(rule, snapshot.pool.arn, policies, today))];
    });
  const judged = standing.map((rule) => ({ rule, finding: findingOf(rule, snapshot, leave) }));
  const findings = judged.flatMap(({ finding }) => finding ?? []);
  const rules = judged.map(
    ({ rule, finding }): StandingRule => (finding?.left ? { ...rule, mode: 'notify' } : rule),
  );
  const wrong = new Set(findings.filter(({ mode }) => mode === 'remediate').map(({ setting }) => setting));
  const all = targetsFor(snapshot, rules);
  return {
    findings: findings.toSorted((left, right) => rankOf(left) - rankOf(right)),
    targets: new Map(all.filter(([setting]) => wrong.has(setting))),
    kept: new Map(all.filter(([setting]) => !wrong.has(setting))),
    standing,
    owners: ownersOf(policies.owners, snapshot.pool, tagsOf(snapshot)),
  };
};

const rankOf = ({ severity }: Finding): number => severities.indexOf(severity);

const findingOf = (
  { policy, rule, at, mode, enforced, exemption }: StandingRule,
  snapshot: PoolSnapshot,
  leave: Leave,
): Finding | undefined => {
  const setting = settingAt(rule.setting);
  const found = foundAt(snapshot, rule.setting);
  if (holds(rule.constraint, found, setting)) return undefined;
  const tolerated = !enforced || holds(enforced.constraint, found, setting);
  const finding: Finding = {
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
  };
  const left = finding.mode === 'remediate' ? leave(finding, rule) : undefined;
  return left ? { ...finding, mode: 'notify', left } : finding;
};

const targetsFor = (
  snapshot: PoolSnapshot,
  rules: readonly StandingRule[],
): readonly (readonly [SettingPath, Target])[] => {
  const binding = rules.flatMap(({ rule, at, mode, enforced }): BindingRule[] =>
    mode === 'remediate' && enforced ? [{ rule, at, constraint: enforced.constraint }] : [],
  );
  return [...Map.groupBy(binding, ({ rule }) => rule.setting)].flatMap(([setting, [first, ...others]]) => {
    return first ? [[setting, targetFor(foundAt(snapshot, setting), [first, ...others])] as const] : [];
  });
};

const foundAt = (snapshot: PoolSnapshot, path: SettingPath): SettingValue =>
  readSetting(snapshot, settingAt(path));
