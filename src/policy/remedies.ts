import type { Setting } from '../pool/setting.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import type { Constraint } from './constraint.ts';
import { holds } from './constraints/holds.ts';
import { nearest } from './constraints/nearest.ts';
import { domainOf } from './domain.ts';

/** A value that a pool can have, and what a remedy makes of it. */
export interface Step {
  readonly from: SettingValue;
  readonly to: SettingValue;
}

/**
 * What the remedy for a constraint does to every value of a setting that doesn't satisfy it, or to samples
 * where they can't be listed. Values without a remedy are left out.
 * @param remediateTo the rule's own remedy, where nothing is nearest
 */
export const remediesOf = (
  constraint: Constraint,
  setting: Setting,
  remediateTo?: SettingValue,
): readonly Step[] =>
  samplesOf(constraint, setting)
    .filter((from) => !holds(constraint, from, setting))
    .flatMap((from): Step[] => {
      const remedy = nearest(constraint, from, setting);
      if (remedy.kind === 'value') return [{ from, to: remedy.value }];
      return remediateTo === undefined ? [] : [{ from, to: remediateTo }];
    });

/** True where some value that doesn't satisfy the constraint has no nearest one that does. */
export const lacksRemedy = (constraint: Constraint, setting: Setting): boolean =>
  samplesOf(constraint, setting).some((from) => nearest(constraint, from, setting).kind === 'no-remedy');

const samplesOf = (constraint: Constraint, setting: Setting): readonly SettingValue[] => {
  const domain = domainOf(setting);
  if (domain) return domain;
  switch (setting.kind.kind) {
    case 'text':
      return [null, 'another'];
    case 'map':
      return [{}, { another: 'text' }];
    default:
      return constraint.kind === 'members' ? listsAround(constraint) : [];
  }
};

/** Of lists of free names: those that the rule names, all, each and none of them, and one that it doesn't. */
const listsAround = ({
  required,
  forbidden,
  within = [],
}: Extract<Constraint, { kind: 'members' }>): readonly (readonly string[])[] => {
  const named = [...new Set([...required, ...forbidden, ...within])];
  return [[], ...named.map((name) => [name]), named, ['another'], [...named, 'another']];
};
