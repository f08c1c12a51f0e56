import type { Setting } from '../../pool/setting.ts';
import type { SettingValue } from '../../pool/setting-value.ts';
import type { Constraint } from '../constraint.ts';
import { allowedSet } from './allowed-set.ts';
import { entriesAsked } from './entries.ts';
import { membersAsked } from './members.ts';
import { precedenceOf } from './precedence.ts';

/** This value and no other. Lists are sets, but for rankings, whose order counts. */
export const exactly = (value: SettingValue, { kind }: Setting): Constraint => {
  if (value !== null && typeof value === 'object') {
    if (isList(value))
      return membersAsked(
        { required: value, within: value },
        kind.kind === 'ranking' ? precedenceOf(value) : [],
      );
    return entriesAsked({ within: Object.keys(value) }, Object.entries(value));
  }
  return allowedSet([value], kind.kind === 'enumeration' && kind.ordered ? kind.values : undefined);
};

const isList = (value: object): value is readonly string[] => Array.isArray(value);
