import type { Setting } from '../../pool/setting.ts';
import { type SettingValue, showValue } from '../../pool/setting-value.ts';
import { canBeAbsent } from '../absence.ts';
import { holds } from '../constraints/holds.ts';
import { lacksRemedy } from '../remedies.ts';
import { sentence } from '../sentence.ts';
import { valueProblem } from '../value-problem.ts';
import type { LocalMistake, Requirement } from './rule-requirement.ts';

/**
 * Checks a rule's `remediateTo`: a value of the setting that satisfies the rule, in a rule that can need it.
 * @param rule the rule as it was written
 * @returns neither a value nor a mistake where the rule has none
 */
export const ruleRemedy = (
  rule: { readonly [member: string]: unknown },
  setting: Setting,
  { constraint, required }: Requirement,
): { readonly remediateTo?: SettingValue; readonly mistakes: readonly LocalMistake[] } => {
  if (!Object.hasOwn(rule, 'remediateTo')) return { mistakes: [] };
  const { remediateTo } = rule;
  const refuse = (message: string) => ({ mistakes: [{ in: ['remediateTo'], message }] });
  const problem =
    remediateTo === null && canBeAbsent(setting) ? undefined : valueProblem(remediateTo, setting);
  if (problem !== undefined) return refuse(sentence(`remediateTo ${problem}`));
  const value = remediateTo as SettingValue;
  if (!holds(constraint, value, setting))
    return refuse(`remediateTo is ${showValue(value)}, but the rule asks for ${required}.`);
  if (!lacksRemedy(constraint, setting))
    return refuse(
      'This rule always has a nearest value, which is what a remedy sets: take remediateTo away.',
    );
  return { remediateTo: value, mistakes: [] };
};
