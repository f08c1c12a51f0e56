import { isWeaker } from '../policy/is-weaker.ts';
import type { Setting } from '../pool/setting.ts';
import { type SettingValue, sameValue } from '../pool/setting-value.ts';
import { storedValue } from './stored-value.ts';

/**
 * True where a value is worse than one that was left before: less safe, or any other where no direction is safer.
 * @param before as it is remembered, see `storedValue`
 */
export const isWorse = (before: SettingValue, found: SettingValue, setting: Setting): boolean => {
  const stored = storedValue(found, setting);
  return setting.safer === undefined ? !sameValue(before, stored) : isWeaker(before, stored, setting);
};
