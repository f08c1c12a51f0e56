import { settingAt } from '../../pool/settings.ts';
import type { Constraint } from '../constraint.ts';
import { contradiction } from '../constraints/contradiction.ts';
import { intersect } from '../constraints/intersect.ts';
import { containsScope } from '../contains-scope.ts';
import type { Mistake } from '../mistake.ts';
import type { Rule, Scope } from '../policy.ts';

/** A remediating rule and the pools that its policy binds. */
export interface ScopedRule extends Pick<Rule, 'id' | 'setting' | 'constraint' | 'required' | 'source'> {
  readonly scope: Scope;
}

/**
 * Remediating rules that no value can satisfy together, where one binds every pool that another binds.
 * Rules that meet only on some pools are left to the plan, which refuses with `policies-conflict`.
 * @returns a mistake at the last rule of every contradicting group, which names the places of the others
 */
export const contradictionsIn = (rules: readonly ScopedRule[]): readonly Mistake[] => {
  const groups = rules
    .map((rule) => firstContradiction(boundWith(rule, rules)))
    .filter((group) => group !== undefined);
  const unique = new Map(groups.map((group) => [group.map(placeOf).join(), group]));
  return [...unique.values()].map(mistakeOf);
};

/** All rules on the same setting that bind every pool that this one binds, itself included. */
const boundWith = ({ setting, scope }: ScopedRule, rules: readonly ScopedRule[]): readonly ScopedRule[] =>
  rules.filter((other) => other.setting === setting && containsScope(other.scope, scope));

/** Two rules that contradict each other, or where only more do, all of them. */
const firstContradiction = (rules: readonly ScopedRule[]): readonly ScopedRule[] | undefined => {
  const pairs = rules.flatMap((left) => rules.map((right) => [left, right] as const));
  const pair = pairs.find((both) => reasonOf(both) !== undefined);
  if (pair) return pair;
  return reasonOf(rules) === undefined ? undefined : rules;
};

const reasonOf = (rules: readonly ScopedRule[]): string | undefined => {
  const [first] = rules;
  return first && contradiction(allOf(rules), settingAt(first.setting));
};

const allOf = (rules: readonly ScopedRule[]): Constraint =>
  rules.map(({ constraint }) => constraint).reduce(intersect);

const placeOf = ({ source }: ScopedRule): string => `${source.file}:${source.line}`;

const mistakeOf = (group: readonly ScopedRule[]): Mistake => {
  const last = group.at(-1);
  if (!last) throw new Error('A contradiction has rules.');
  const others = group.slice(0, -1).map((rule) => `${rule.id} (${placeOf(rule)}) asks for ${rule.required}`);
  return {
    ...last.source,
    message: `${last.id} asks for ${last.required}, but ${others.join(' and ')}: ${reasonOf(group)}, and they remediate ${last.setting} on the same pools.`,
  };
};
