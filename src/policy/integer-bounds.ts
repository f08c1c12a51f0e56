import type { Setting } from '../pool/setting.ts';

/** The least and the greatest number that a rule can ask of a setting, less one that AWS takes as unset. */
export const integerBounds = ({
  kind,
  path,
  takenAsUnset,
}: Setting): { readonly min: number; readonly max: number } => {
  if (kind.kind !== 'integer') throw new Error(`${path} is no number.`);
  return { min: takenAsUnset === kind.min ? kind.min + 1 : kind.min, max: kind.max };
};
