import { settingAt } from '../../pool/settings.ts';
import { containsScope } from '../contains-scope.ts';
import { implies } from '../implies.ts';
import type { Mistake } from '../mistake.ts';
import { type EnforcedPolicies, modes, type Policy, type Rule, severities } from '../policy.ts';

interface Placed {
  readonly policy: Policy;
  readonly rule: Rule;
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
  const exempted = exemptions.flatMap(({ rules }) => rules.map(({ rule }) => rule));
  const placed = policies.flatMap((policy) => policy.rules.map((rule) => ({ policy, rule })));
  return placed.flatMap((shadowed, index) => {
    const stricter = placed.find(
      (other, place) =>
        !exempted.includes(other.rule.id) &&
        covers(other, shadowed) &&
        (place < index || !covers(shadowed, other)),
    );
    if (!stricter) return [];
    const { id, required, source } = stricter.rule;
    const message = `${shadowed.rule.id} never decides: ${id} (${source.file}:${source.line}) asks for ${required} on the same pools.`;
    return [{ ...shadowed.rule.source, message }];
  });
};

const covers = (stricter: Placed, looser: Placed): boolean =>
  stricter.rule.setting === looser.rule.setting &&
  looser.rule.mode !== 'off' &&
  modes.indexOf(stricter.rule.mode) >= modes.indexOf(looser.rule.mode) &&
  severities.indexOf(stricter.rule.severity) <= severities.indexOf(looser.rule.severity) &&
  containsScope(stricter.policy.appliesTo, looser.policy.appliesTo) &&
  implies(stricter.rule.constraint, looser.rule.constraint, settingAt(looser.rule.setting));
