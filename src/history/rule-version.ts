import type { Mode, Rule } from '../policy/policy.ts';
import type { StandingRule } from '../policy/standing-rule.ts';
import { digestOf } from './stored-value.ts';

/**
 * Equal for a rule as long as it asks for the same and has the same force. An exemption doesn't make another rule
 * of it: when it ends, the rule counts again as one that was known.
 * @param mode the rule's own, or the deployment's ceiling where that is lower
 */
export const ruleVersion = ({ setting, constraint, remediateTo }: Rule, mode: Mode): string =>
  digestOf([setting, constraint, remediateTo ?? null, mode]);

/** The remediating rules that bind a pool, by id, with their versions. */
export const versionsOf = (standing: readonly StandingRule[]): { readonly [rule: string]: string } =>
  Object.fromEntries(
    standing
      .filter(({ mode }) => mode === 'remediate')
      .map(({ rule, mode }) => [rule.id, ruleVersion(rule, mode)]),
  );
