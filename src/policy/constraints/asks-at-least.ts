import type { Setting } from '../../pool/setting.ts';
import type { Constraint, Entries, Members, NamesAsked } from '../constraint.ts';
import { holds } from './holds.ts';

/**
 * True where whatever satisfies `stricter` satisfies `looser` too, as their structure tells: the intersection of both is
 * `stricter`. One that follows only from what two regular expressions mean isn't seen.
 * @param stricter contradicts itself in nothing
 */
export const asksAtLeast = (stricter: Constraint, looser: Constraint, setting: Setting): boolean => {
  switch (stricter.kind) {
    case 'allowed':
      if (looser.kind === 'allowed') return isWithin(stricter.values, looser.values);
      return stricter.values.every((value) => holds(looser, value, setting));
    case 'interval':
      if (looser.kind === 'interval') return stricter.min >= looser.min && stricter.max <= looser.max;
      return looser.kind === 'present';
    case 'patterns':
      if (looser.kind === 'patterns') return isWithin(looser.sources, stricter.sources);
      return looser.kind === 'present';
    case 'present':
      return looser.kind === 'present';
    case 'members':
    case 'entries':
      return (
        looser.kind === stricter.kind &&
        asksForNames(stricter, looser) &&
        isWithin(textsOf(looser), textsOf(stricter))
      );
  }
};

const textsOf = ({ pairs }: Members | Entries): readonly string[] =>
  pairs.map((pair) => JSON.stringify(pair));

const asksForNames = (stricter: NamesAsked, looser: NamesAsked): boolean => {
  if (!isWithin(looser.required, stricter.required)) return false;
  if (looser.some && !stricter.some && stricter.required.length === 0) return false;
  const { within, forbidden } = stricter;
  if (!within) return looser.within === undefined && isWithin(looser.forbidden, forbidden);
  const refused = new Set(looser.forbidden);
  if (within.some((name) => refused.has(name))) return false;
  return looser.within === undefined || isWithin(within, looser.within);
};

/** From so many entries on, a set is made in less time than it saves. */
const many = 16;

const isWithin = <Entry>(part: readonly Entry[], whole: readonly Entry[]): boolean => {
  if (part.length > whole.length) return false;
  if (whole.length < many) return part.every((entry) => whole.includes(entry));
  const entries = new Set(whole);
  return part.every((entry) => entries.has(entry));
};
