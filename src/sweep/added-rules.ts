import type { EnforcedPolicies, Rule } from '../policy/policy.ts';
import type { AddedRule } from './announcement.ts';

/** The rules of `after` that `before` has not, or had switched off. Rules go by their id and setting, as in `loosened`. */
export const addedRules = (before: EnforcedPolicies, after: EnforcedPolicies): readonly AddedRule[] => {
  const known = new Set(rulesOf(before).map(nameOf));
  return rulesOf(after)
    .filter((rule) => !known.has(nameOf(rule)))
    .map(({ id, setting, required, mode, source }) => ({
      rule: id,
      setting,
      required,
      mode,
      at: `${source.file}:${source.line}`,
    }));
};

const rulesOf = ({ policies }: EnforcedPolicies): readonly Rule[] =>
  policies.flatMap(({ rules }) => rules.filter(({ mode }) => mode !== 'off'));

const nameOf = ({ id, setting }: Rule): string => `${id} ${setting}`;
