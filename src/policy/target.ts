import type { Setting } from '../pool/setting.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import { settingAt } from '../pool/settings.ts';
import type { Constraint } from './constraint.ts';
import { contradiction } from './constraints/contradiction.ts';
import { exactly } from './constraints/exactly.ts';
import { holds } from './constraints/holds.ts';
import { intersect } from './constraints/intersect.ts';
import { intersectAll } from './constraints/intersect-all.ts';
import { nearest } from './constraints/nearest.ts';
import { isWeaker } from './is-weaker.ts';
import { type RemediationTerms, type Rule, severities } from './policy.ts';

/** A rule and its place, `policies/baseline.yaml:14`. */
export interface RuleAt {
  readonly rule: string;
  readonly at: string;
}

/** What a remediation of one setting has to satisfy: every remediating rule on it, those that hold now too. */
export type Target =
  | {
      readonly kind: 'required';
      /** Where nothing is nearest, and a rule names a remedy that satisfies all rules: that value alone. */
      readonly constraint: Constraint;
      readonly rules: readonly RuleAt[];
      /** The ticket of a rule that permits a step away from the safer direction. */
      readonly allowWeakening?: string;
      /** The terms of all these rules together; of two that say the same one, the graver rule's counts. */
      readonly terms: RemediationTerms;
    }
  /** No value satisfies them all, or the one that does would weaken the pool and no ticket permits that. */
  | { readonly kind: 'conflict'; readonly rules: readonly RuleAt[] };

/** A remediating rule that binds the pool, and what of it is enforced. */
export interface BindingRule {
  readonly rule: Rule;
  readonly at: string;
  readonly constraint: Constraint;
}

/**
 * What a remediation of one setting has to satisfy.
 * @param binding every remediating rule on the setting that binds the pool, at least one
 */
export const targetFor = (found: SettingValue, binding: readonly [BindingRule, ...BindingRule[]]): Target => {
  const setting = settingAt(binding[0].rule.setting);
  const rules = binding.map(({ rule, at }) => ({ rule: rule.id, at }));
  const asked = intersectAll(binding.map(({ constraint }) => constraint));
  if (contradiction(asked, setting)) return { kind: 'conflict', rules };
  const gravestFirst = binding.map(({ rule }) => rule).toSorted(byGravity);
  const terms: RemediationTerms = Object.assign({}, ...gravestFirst.map((rule) => rule.terms).toReversed());
  // What holds stays as it is, and weakens nothing.
  const isRight = holds(asked, found, setting);
  const constraint = isRight ? asked : withRemedy(asked, found, setting, gravestFirst);
  const allowWeakening = gravestFirst.find((rule) => rule.allowWeakening !== undefined)?.allowWeakening;
  // Each rule alone was checked when it was loaded; sets with gaps can still meet in one that weakens.
  if (!isRight && allowWeakening === undefined && wouldWeaken(constraint, found, setting))
    return { kind: 'conflict', rules };
  return {
    kind: 'required',
    constraint,
    rules,
    terms,
    ...(allowWeakening !== undefined && { allowWeakening }),
  };
};

/** By severity, then by name, so that the order of files never matters. */
const byGravity = (left: Rule, right: Rule): number =>
  severities.indexOf(left.severity) - severities.indexOf(right.severity) || (left.id < right.id ? -1 : 1);

const withRemedy = (
  asked: Constraint,
  found: SettingValue,
  setting: Setting,
  rules: readonly Rule[],
): Constraint => {
  if (nearest(asked, found, setting).kind === 'value') return asked;
  const named = rules
    .map(({ remediateTo }) => remediateTo)
    .find((value) => value !== undefined && holds(asked, value, setting));
  return named === undefined ? asked : intersect(asked, exactly(named, setting));
};

const wouldWeaken = (constraint: Constraint, found: SettingValue, setting: Setting): boolean => {
  const remedy = nearest(constraint, found, setting);
  return remedy.kind === 'value' && isWeaker(found, remedy.value, setting);
};
