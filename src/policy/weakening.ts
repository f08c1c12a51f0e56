import type { Setting } from '../pool/setting.ts';
import { type SettingValue, showValue } from '../pool/setting-value.ts';
import type { Constraint } from './constraint.ts';
import { isWeaker } from './is-weaker.ts';
import { remediesOf, type Step } from './remedies.ts';

/**
 * The first value of a setting that the remedy for a constraint would weaken.
 * @param remediateTo the rule's own remedy, where nothing is nearest
 */
export const weakeningBy = (
  constraint: Constraint,
  setting: Setting,
  remediateTo?: SettingValue,
): Step | undefined =>
  remediesOf(constraint, setting, remediateTo).find(({ from, to }) => isWeaker(from, to, setting));

/** A weakening as a clause: `a pool with 15 would be lowered to 14`. */
export const describeWeakening = ({ from, to }: Step, { kind, safer }: Setting): string => {
  const scalar = kind.kind === 'integer' || kind.kind === 'enumeration';
  const verb = scalar && to !== null ? (safer === 'higher' ? 'lowered' : 'raised') : 'changed';
  return `a pool with ${showValue(from)} would be ${verb} to ${showValue(to)}`;
};
