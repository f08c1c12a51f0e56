import type { Setting } from '../pool/setting.ts';
import type { SettingValue } from '../pool/setting-value.ts';

/**
 * Every value that AWS accepts for a setting, or undefined where they are too many to list: texts, maps,
 * lists of free names. The longest is a whole number of 0 to 365.
 */
export const domainOf = ({ kind }: Setting): readonly SettingValue[] | undefined => {
  switch (kind.kind) {
    case 'integer':
      return Array.from({ length: kind.max - kind.min + 1 }, (_, index) => kind.min + index);
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
