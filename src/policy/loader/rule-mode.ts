import type { Setting } from '../../pool/setting.ts';
import { isSentInUpdate } from '../../pool/settings.ts';
import { isOrdered } from '../operators/value-schema.ts';
import { describeWeakening, weakeningBy } from '../weakening.ts';
import type { LocalMistake, Requirement } from './rule-requirement.ts';

/** Why a rule on a setting can't remediate, as a clause; undefined where it can. */
const whyOnlyTold = (setting: Setting): string | undefined => {
  const [call] = setting.calls;
  if (call === 'CreateUserPool') return 'is fixed when a pool is created';
  if (call === 'none') return "can't be set";
  // UpdateUserPool takes MfaConfiguration, but AWS refuses to turn it on there.
  if (!isSentInUpdate(setting) || setting.path === 'MfaConfiguration') {
    return "is written by SetUserPoolMfaConfig, which Lifeguard doesn't call yet";
  }
  if (setting.sensitive) return 'can hand a pool to somebody where its value is wrong';
  return undefined;
};

/**
 * What is wrong with a rule that remediates: the setting can't be written, or a remedy would make a pool
 * less safe and no ticket permits that.
 */
export const remediationMistake = (
  setting: Setting,
  requirement: Requirement,
  allowWeakening: boolean,
): LocalMistake | undefined => {
  const onlyTold = whyOnlyTold(setting);
  if (onlyTold) {
    return {
      in: ['setting'],
      message: `${setting.path} ${onlyTold}, so it can only be reported: write mode: notify.`,
    };
  }
  if (allowWeakening) return undefined;
  const weakening = weakeningBy(requirement.constraint, setting);
  if (!weakening) return undefined;
  const instead = boundInstead(setting, requirement);
  return {
    in: [requirement.operator],
    message: `This rule can make a pool less safe: ${describeWeakening(weakening, setting)}; ${instead}give allowWeakening: a ticket.`,
  };
};

/** Where `equals` or `oneOf` weakens because it has two ends, the bound on the safe side has only one. */
const boundInstead = ({ kind, safer }: Setting, { constraint, operator }: Requirement): string => {
  if (operator !== 'equals' && operator !== 'oneOf') return '';
  if (constraint.kind !== 'allowed' || !isOrdered(kind)) return '';
  const [loosest, name] =
    safer === 'higher' ? [constraint.values[0], 'atLeast'] : [constraint.values.at(-1), 'atMost'];
  // A bound at the end of the scale would ask for nothing.
  return constraint.scale?.[0] === loosest ? '' : `use ${name}: ${loosest}, or `;
};

/** True where a ticket stands in a rule that needs none. */
export const needsNoTicket = (setting: Setting, requirement: Requirement): boolean =>
  weakeningBy(requirement.constraint, setting) === undefined;
