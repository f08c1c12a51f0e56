import type { Setting } from '../pool/setting.ts';
import { type SettingValue, showValue } from '../pool/setting-value.ts';
import type { Constraint } from './constraint.ts';
import { nearest } from './constraints/nearest.ts';
import { domainOf } from './domain.ts';
import { isWeaker } from './is-weaker.ts';

/** A value that a remedy would make less safe, and what it would become. */
export interface Weakening {
  readonly from: SettingValue;
  readonly to: SettingValue;
}

/** The first value of a setting that the remedy for a constraint would weaken, found by trying them all. */
export const weakeningBy = (constraint: Constraint, setting: Setting): Weakening | undefined =>
  (domainOf(setting) ?? [])
    .flatMap((from): Weakening[] => {
      const remedy = nearest(constraint, from, setting);
      return remedy.kind === 'value' ? [{ from, to: remedy.value }] : [];
    })
    .find(({ from, to }) => isWeaker(from, to, setting));

/** A weakening as a clause: `a pool with 15 would be lowered to 14`. */
export const describeWeakening = ({ from, to }: Weakening, { kind, safer }: Setting): string => {
  const scalar = kind.kind === 'integer' || kind.kind === 'enumeration';
  const verb = scalar ? (safer === 'higher' ? 'lowered' : 'raised') : 'changed';
  return `a pool with ${showValue(from)} would be ${verb} to ${showValue(to)}`;
};
