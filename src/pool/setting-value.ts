/**
 * A setting's value as people think of it: scalars as they are, lists of names as lists (a recovery
 * order by priority), maps as maps. `null` says that the pool doesn't have the setting.
 */
export type SettingValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly [key: string]: string }
  | null;

/** True where two values are the same, lists by order, maps by content. */
export const sameValue = (left: SettingValue, right: SettingValue): boolean => {
  if (left === right) return true;
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return false;
  const leftEntries = Object.entries(left);
  return (
    Array.isArray(left) === Array.isArray(right) &&
    leftEntries.length === Object.keys(right).length &&
    leftEntries.every(([key, value]) => (right as Record<string, unknown>)[key] === value)
  );
};

/** A value as a person reads it: `not set`, `OFF`, `verified_email, verified_phone_number`, `team=checkout`. */
export const showValue = (value: SettingValue): string => {
  if (value === null) return 'not set';
  if (typeof value !== 'object') return String(value) === '' ? '(empty)' : String(value);
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.join(', ');
  const pairs = Object.entries(value).map(([key, text]) => `${key}=${text}`);
  return pairs.length === 0 ? '(none)' : pairs.join(', ');
};
