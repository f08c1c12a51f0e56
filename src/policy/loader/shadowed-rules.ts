import { settingAt } from '../../pool/settings.ts';
import { containsScope } from '../contains-scope.ts';
import { impliesOn } from '../implies.ts';
import type { Mistake } from '../mistake.ts';
import { type EnforcedPolicies, modes, type Policy, type Rule, severities } from '../policy.ts';

interface Placed {
  readonly policy: Policy;
  readonly rule: Rule;
  /** In the order of files and lines. */
  readonly place: number;
}

/**
 * A warning for every rule that never decides: another asks at least as much of the same setting, of every
 * pool that it binds, in a mode and with a severity that are no lower. Of two equal ones, the later.
 * A rule that somebody is exempted from shadows nothing: there, the looser one decides.
 */
export const shadowedRules = ({
  policies,
  exemptions,
}: Omit<EnforcedPolicies, 'digest'>): readonly Mistake[] => {
  const exempted = new Set(exemptions.flatMap(({ rules }) => rules.map(({ rule }) => rule)));
  const placed = policies
    .flatMap((policy) => policy.rules.map((rule) => ({ policy, rule })))
    .map((each, place): Placed => ({ ...each, place }));
  const contains = scopesOnce();
  return [...Map.groupBy(placed, ({ rule }) => rule.setting)].flatMap(([setting, onIt]) => {
    const implies = impliesOn(settingAt(setting));
    const covers = (stricter: Placed, looser: Placed): boolean =>
      isAsStrong(stricter.rule, looser.rule) &&
      contains(stricter.policy, looser.policy) &&
      implies(stricter.rule.constraint, looser.rule.constraint);
    const deciding = onIt.filter(({ rule }) => rule.mode !== 'off');
    const strict = deciding.filter(({ rule }) => !exempted.has(rule.id));
    return deciding.flatMap((shadowed) => {
      const stricter = strict.find(
        (other) => covers(other, shadowed) && (other.place < shadowed.place || !covers(shadowed, other)),
      );
      if (!stricter) return [];
      const { id, required, source } = stricter.rule;
      const message = `${shadowed.rule.id} never decides: ${id} (${source.file}:${source.line}) asks for ${required} on the same pools.`;
      return [{ ...shadowed.rule.source, message }];
    });
  });
};

const isAsStrong = (stricter: Rule, looser: Rule): boolean =>
  modes.indexOf(stricter.mode) >= modes.indexOf(looser.mode) &&
  severities.indexOf(stricter.severity) <= severities.indexOf(looser.severity);

/** Whether the scope of one policy contains that of another, worked out once for each two of them. */
const scopesOnce = (): ((outer: Policy, inner: Policy) => boolean) => {
  const known = new Map<Policy, Map<Policy, boolean>>();
  return (outer, inner) => {
    const ofOuter = known.get(outer) ?? new Map<Policy, boolean>();
    const contains = ofOuter.get(inner) ?? containsScope(outer.appliesTo, inner.appliesTo);
    known.set(outer, ofOuter.set(inner, contains));
    return contains;
  };
};
