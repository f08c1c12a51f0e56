import type { Setting } from '../../pool/setting.ts';
import type { SettingValue } from '../../pool/setting-value.ts';
import type { AllowedSet, Interval } from '../constraint.ts';
import { integerBounds } from '../integer-bounds.ts';
import { nothing } from './allowed-set.ts';
import type { Remedy } from './remedy.ts';

/** Whole numbers between two bounds. */
export const interval = {
  holds: ({ min, max }: Interval, value: SettingValue): boolean =>
    typeof value === 'number' && value >= min && value <= max,

  nearest: (bounds: Interval, value: SettingValue, setting: Setting): Remedy => ({
    kind: 'value',
    value:
      typeof value === 'number'
        ? Math.min(Math.max(value, bounds.min), bounds.max)
        : statedBound(bounds, setting),
  }),

  describe: ({ min, max }: Interval, setting: Setting): string => {
    const api = integerBounds(setting);
    if (min === max) return String(min);
    if (max === api.max) return `at least ${min}`;
    if (min === api.min) return `at most ${max}`;
    return `${min} to ${max}`;
  },

  contradiction: (): undefined => undefined,

  intersect: (left: Interval, right: Interval): Interval | AllowedSet => {
    const min = Math.max(left.min, right.min);
    const max = Math.min(left.max, right.max);
    return min > max ? nothing : { kind: 'interval', min, max };
  },
};

/** The bound that isn't the API's own; of two, the safer. */
const statedBound = ({ min, max }: Interval, setting: Setting): number => {
  const api = integerBounds(setting);
  if (max === api.max && min !== api.min) return min;
  if (min === api.min && max !== api.max) return max;
  return setting.safer === 'higher' ? max : min;
};
