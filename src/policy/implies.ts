import type { Setting } from '../pool/setting.ts';
import type { Constraint } from './constraint.ts';
import { asksAtLeast } from './constraints/asks-at-least.ts';
import { contradiction } from './constraints/contradiction.ts';
import { holds } from './constraints/holds.ts';
import { domainOf } from './domain.ts';

/**
 * True where whatever satisfies `stricter` satisfies `looser` too: tried on every value of the setting
 * where they can be listed. Otherwise by structure, which may miss one that follows only from what two
 * regular expressions mean.
 */
export const implies = (stricter: Constraint, looser: Constraint, setting: Setting): boolean =>
  impliesOn(setting)(stricter, looser);

/** `implies` for whoever asks of many constraints on one setting: what has to be known of each is worked out once. */
export const impliesOn = (setting: Setting): ((stricter: Constraint, looser: Constraint) => boolean) => {
  const domain = domainOf(setting);
  const isEmpty = once((constraint) => contradiction(constraint, setting) !== undefined);
  // One bit for each value, set where it satisfies the constraint.
  const satisfying = once((constraint) =>
    (domain ?? []).reduce<bigint>(
      (bits, value, index) => (holds(constraint, value, setting) ? bits | (1n << BigInt(index)) : bits),
      0n,
    ),
  );
  return (stricter, looser) => {
    if (isEmpty(stricter)) return true;
    if (!domain) return asksAtLeast(stricter, looser, setting);
    return (satisfying(stricter) & ~satisfying(looser)) === 0n;
  };
};

const once = <Known>(workOut: (constraint: Constraint) => Known): ((constraint: Constraint) => Known) => {
  const known = new Map<Constraint, Known>();
  return (constraint) => {
    const found = known.get(constraint) ?? workOut(constraint);
    known.set(constraint, found);
    return found;
  };
};
