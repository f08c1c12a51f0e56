import type { Setting } from '../pool/setting.ts';
import type { SettingValue } from '../pool/setting-value.ts';

/** Whole numbers that AWS accepts and takes as none at all. Source: API reference, PasswordPolicyType: 0 counts as null, so as 7. */
const takenAsUnset: { readonly [path: string]: number } = {
  'Policies.PasswordPolicy.TemporaryPasswordValidityDays': 0,
};

/** The least and the greatest number that a rule can ask of a setting, less those that AWS takes as unset. */
export const integerBounds = ({ kind, path }: Setting): { readonly min: number; readonly max: number } => {
  if (kind.kind !== 'integer') throw new Error(`${path} is no number.`);
  return { min: takenAsUnset[path] === kind.min ? kind.min + 1 : kind.min, max: kind.max };
};

/** A value as AWS acts on it: one that it takes as unset is what absence means. */
export const inForce = (found: SettingValue, { path, absentInRead }: Setting): SettingValue =>
  found !== null && found === takenAsUnset[path] && typeof absentInRead === 'object'
    ? absentInRead.value
    : found;
