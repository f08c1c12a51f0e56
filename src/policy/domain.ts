import type { Setting } from '../pool/setting.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import { canBeAbsent, readsAsNull } from './absence.ts';
import { integerBounds } from './integer-bounds.ts';

/**
 * Every value that AWS acts on for a setting, `null` included where a pool can be without it; undefined
 * where they are too many to list: texts, maps, lists of free names. The longest is a whole number to 365.
 */
export const domainOf = (setting: Setting): readonly SettingValue[] | undefined => {
  const values = valuesOf(setting);
  return values && canBeAbsent(setting) && readsAsNull(setting) ? [null, ...values] : values;
};

const valuesOf = (setting: Setting): readonly SettingValue[] | undefined => {
  const { kind } = setting;
  switch (kind.kind) {
    case 'integer': {
      const { min, max } = integerBounds(setting);
      return Array.from({ length: max - min + 1 }, (_, index) => min + index);
    }
    case 'boolean':
      return [false, true];
    case 'enumeration':
      return kind.values;
    case 'members':
      return (
        kind.values && subsets(kind.values).filter(({ length }) => length >= kind.min && length <= kind.max)
      );
    case 'ranking':
      return arrangements(kind.values).filter(({ length }) => length >= kind.min && length <= kind.max);
    case 'text':
    case 'map':
    case 'opaque':
      return undefined;
  }
};

const subsets = ([first, ...rest]: readonly string[]): readonly (readonly string[])[] =>
  first === undefined ? [[]] : subsets(rest).flatMap((set) => [set, [first, ...set]]);

const arrangements = (names: readonly string[]): readonly (readonly string[])[] => [
  [],
  ...names.flatMap((first) =>
    arrangements(names.filter((name) => name !== first)).map((rest) => [first, ...rest]),
  ),
];
