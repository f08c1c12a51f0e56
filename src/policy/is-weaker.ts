import type { Setting } from '../pool/setting.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import { readsAsNull } from './absence.ts';

/**
 * True where `to` is less safe than `from`, by the setting's safer direction. Of lists, any member lost is
 * weaker where more is safer, and any gained where fewer is; rankings compare from the most preferred on.
 * To take a setting away for which AWS has such a state is weaker, since nothing holds it to its direction.
 * False where the setting has no safer direction, or where nobody knows what a missing value means.
 */
export const isWeaker = (from: SettingValue, to: SettingValue, setting: Setting): boolean => {
  const { kind, safer } = setting;
  if (safer === undefined || from === null) return false;
  if (to === null) return readsAsNull(setting);
  switch (kind.kind) {
    case 'integer':
    case 'boolean':
      return isLess(Number(from), Number(to), safer);
    case 'enumeration':
      return isLess(kind.values.indexOf(String(from)), kind.values.indexOf(String(to)), safer);
    case 'members':
      return safer === 'higher' ? lacksAny(to, from) : lacksAny(from, to);
    case 'ranking': {
      const [before, after] = [ranks(from, kind.values), ranks(to, kind.values)];
      const differing = before.findIndex((rank, index) => rank !== after[index]);
      return (after[differing] ?? -1) > (before[differing] ?? 0);
    }
    default:
      return false;
  }
};

const isLess = (from: number, to: number, safer: Setting['safer']): boolean =>
  safer === 'higher' ? to < from : to > from;

const listOf = (value: SettingValue): readonly string[] => (Array.isArray(value) ? value : []);

const lacksAny = (list: SettingValue, wanted: SettingValue): boolean =>
  listOf(wanted).some((member) => !listOf(list).includes(member));

const ranks = (value: SettingValue, safestFirst: readonly string[]): readonly number[] =>
  listOf(value).map((name) => safestFirst.indexOf(name));
