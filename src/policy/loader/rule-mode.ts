import type { Setting } from '../../pool/setting.ts';
import type { SettingValue } from '../../pool/setting-value.ts';
import { isOrdered } from '../operators/value-schema.ts';
import { describeWeakening, weakeningBy } from '../weakening.ts';
import type { LocalMistake, Requirement } from './rule-requirement.ts';

/** Why a rule on a setting can't remediate, as a clause; undefined where it can. */
const whyOnlyTold = ({ calls: [call] }: Setting): string | undefined => {
  if (call === 'CreateUserPool') return 'is fixed when a pool is created';
  if (call === 'none') return "can't be set";
  return undefined;
};

/**
 * What is wrong with a rule that remediates: the setting can't be written, or a remedy would make a pool
 * less safe and no ticket permits that.
 */
export const remediationMistake = (
  setting: Setting,
  requirement: Requirement,
  {
    allowWeakening,
    remediateTo,
  }: { readonly allowWeakening: boolean; readonly remediateTo?: SettingValue | undefined },
): LocalMistake | undefined => {
  const onlyTold = whyOnlyTold(setting);
  if (onlyTold) {
    return {
      in: ['setting'],
      message: `${setting.path} ${onlyTold}, so it can only be reported: write mode: notify.`,
    };
  }
  if (allowWeakening) return undefined;
  const weakening = weakeningBy(requirement.constraint, setting, remediateTo);
  if (!weakening) return undefined;
  const instead = boundInstead(setting, requirement);
  return {
    in: [requirement.operator],
    message: `This rule can make a pool less safe: ${describeWeakening(weakening, setting)}; ${instead}give allowWeakening: a ticket.`,
  };
};

/** Where `equals` or `oneOf` weakens because it has two ends, the bound on the safe side has only one. */
const boundInstead = (setting: Setting, { constraint, operator }: Requirement): string => {
  if (operator !== 'equals' && operator !== 'oneOf') return '';
  if (constraint.kind !== 'allowed' || !isOrdered(setting)) return '';
  const values = constraint.values.filter((value) => value !== null);
  const [loosest, name] = setting.safer === 'higher' ? [values[0], 'atLeast'] : [values.at(-1), 'atMost'];
  // A bound at the end of the scale would ask for nothing.
  return loosest === undefined || constraint.scale?.[0] === loosest ? '' : `use ${name}: ${loosest}, or `;
};
