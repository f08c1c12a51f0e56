import type { Setting } from '../../pool/setting.ts';
import type { SettingValue } from '../../pool/setting-value.ts';
import type { Constraint } from '../constraint.ts';
import { algebraOf } from './algebra.ts';
import { holds } from './holds.ts';
import type { Remedy } from './remedy.ts';

/**
 * The value that satisfies the constraint with the smallest step from `value`; of two equally near, the
 * safer one. A value that holds is its own nearest. From `null` it is the bound that the rule states.
 * @returns `no-remedy` where nothing satisfies the constraint, or where no value is nearer than another
 */
export const nearest = (constraint: Constraint, value: SettingValue, setting: Setting): Remedy =>
  holds(constraint, value, setting)
    ? { kind: 'value', value }
    : algebraOf(constraint).nearest(constraint, value, setting);
