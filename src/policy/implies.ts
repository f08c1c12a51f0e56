import type { Setting } from '../pool/setting.ts';
import type { Constraint } from './constraint.ts';
import { contradiction } from './constraints/contradiction.ts';
import { holds } from './constraints/holds.ts';
import { intersect } from './constraints/intersect.ts';
import { domainOf } from './domain.ts';

/**
 * True where whatever satisfies `stricter` satisfies `looser` too: tried on every value of the setting
 * where they can be listed. Otherwise by structure, which may miss one that follows only from what two
 * regular expressions mean.
 */
export const implies = (stricter: Constraint, looser: Constraint, setting: Setting): boolean => {
  if (contradiction(stricter, setting) !== undefined) return true;
  const domain = domainOf(setting);
  if (domain)
    return domain.every((value) => !holds(stricter, value, setting) || holds(looser, value, setting));
  // Constraints have one form, so that the same demands are the same text.
  return JSON.stringify(intersect(stricter, looser)) === JSON.stringify(intersect(stricter, stricter));
};
