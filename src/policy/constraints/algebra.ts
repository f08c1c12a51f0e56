import type { Setting } from '../../pool/setting.ts';
import type { SettingValue } from '../../pool/setting-value.ts';
import type { Constraint } from '../constraint.ts';
import { allowed } from './allowed-set.ts';
import { entries } from './entries.ts';
import { interval } from './interval.ts';
import { members } from './members.ts';
import { patterns } from './patterns.ts';
import { present } from './present.ts';
import type { Remedy } from './remedy.ts';

/** What has to be known of a kind of constraint. A new kind is one file and one row of the table below. */
interface Algebra<C extends Constraint> {
  holds(constraint: C, value: SettingValue, setting: Setting): boolean;
  /** Asked only for values that don't hold. */
  nearest(constraint: C, value: SettingValue, setting: Setting): Remedy;
  describe(constraint: C, setting: Setting): string;
  /** Why nothing can satisfy the constraint, as a clause; undefined where something can. */
  contradiction(constraint: C, setting: Setting): string | undefined;
}

const algebras: { readonly [Kind in Constraint['kind']]: Algebra<Extract<Constraint, { kind: Kind }>> } = {
  interval,
  allowed,
  patterns,
  present,
  members,
  entries,
};

/** The algebra of a constraint's kind. */
export const algebraOf = (constraint: Constraint): Algebra<Constraint> => algebras[constraint.kind];
