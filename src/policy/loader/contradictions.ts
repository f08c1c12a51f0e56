import { settingAt } from '../../pool/settings.ts';
import { contradiction } from '../constraints/contradiction.ts';
import { intersectAll } from '../constraints/intersect-all.ts';
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
  const groups = [...Map.groupBy(rules, ({ setting }) => setting).values()]
    .flatMap(boundTogether)
    .map(firstContradiction)
    .filter((group) => group !== undefined);
  const unique = new Map(groups.map((group) => [group.map(placeOf).join(), group]));
  return [...unique.values()].map(mistakeOf);
};

/** For each scope, all rules that bind every pool that it binds. The rules of a file have one scope. */
const boundTogether = (onOneSetting: readonly ScopedRule[]): readonly (readonly ScopedRule[])[] => {
  const byScope = [...Map.groupBy(onOneSetting, ({ scope }) => scope)];
  return byScope.map(([inner]) => {
    const around = new Set(byScope.map(([outer]) => outer).filter((outer) => containsScope(outer, inner)));
    return onOneSetting.filter(({ scope }) => around.has(scope));
  });
};

/** Two rules that contradict each other, or where only more do, so many that none of them can be left out. */
const firstContradiction = (rules: readonly ScopedRule[]): readonly ScopedRule[] | undefined => {
  let left = leastContradicting(rules);
  if (!left) return undefined;
  const last = left.slice(-1);
  const other = left.find((rule) => contradict([rule, ...last]));
  if (other) return [other, ...last].slice(other === last[0] ? 1 : 0);
  let group = last;
  while (left && !contradict(group)) {
    left = leastContradicting(left.slice(0, -1), group);
    group = [...(left?.slice(-1) ?? []), ...group];
  }
  return group;
};

/** The shortest beginning of some rules that contradicts itself or others. */
const leastContradicting = (
  rules: readonly ScopedRule[],
  others: readonly ScopedRule[] = [],
): readonly ScopedRule[] | undefined => {
  if (!contradict([...rules, ...others])) return undefined;
  let [fits, contradicts] = [0, rules.length];
  while (contradicts - fits > 1) {
    const middle = Math.floor((fits + contradicts) / 2);
    if (contradict([...rules.slice(0, middle), ...others])) contradicts = middle;
    else fits = middle;
  }
  return rules.slice(0, contradicts);
};

const contradict = (rules: readonly ScopedRule[]): boolean => reasonOf(rules) !== undefined;

const reasonOf = (rules: readonly ScopedRule[]): string | undefined => {
  const [first] = rules;
  return (
    first && contradiction(intersectAll(rules.map(({ constraint }) => constraint)), settingAt(first.setting))
  );
};

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
