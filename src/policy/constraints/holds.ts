import type { Setting } from '../../pool/setting.ts';
import type { SettingValue } from '../../pool/setting-value.ts';
import type { Constraint } from '../constraint.ts';
import { algebraOf } from './algebra.ts';

/**
 * True where the value satisfies the constraint. `null`, a setting that isn't there, lies within no bound
 * and in no set, but has no members in a wrong order.
 */
export const holds = (constraint: Constraint, value: SettingValue, setting: Setting): boolean =>
  algebraOf(constraint).holds(constraint, value, setting);
