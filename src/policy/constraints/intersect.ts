import type { AllowedSet, Constraint, Interval } from '../constraint.ts';
import { allowedSet } from './allowed-set.ts';
import { interval } from './interval.ts';
import { precedence } from './precedence.ts';

/**
 * What satisfies both. It is always a constraint, which keeps it commutative, associative and idempotent:
 * two that contradict each other give one that `contradiction` tells of.
 * @throws where the two can't be about one setting
 */
export const intersect = (left: Constraint, right: Constraint): Constraint => {
  if (left.kind === 'precedence' && right.kind === 'precedence') return precedence.intersect(left, right);
  if (left.kind === 'precedence' || right.kind === 'precedence') {
    throw new Error(`No setting takes both: ${left.kind}, ${right.kind}.`);
  }
  if (left.kind === 'allowed') return within(left, right);
  if (right.kind === 'allowed') return within(right, left);
  return interval.intersect(left, right);
};

const within = (set: AllowedSet, other: AllowedSet | Interval): AllowedSet =>
  allowedSet(
    set.values.filter((value) =>
      other.kind === 'allowed' ? other.values.includes(value) : interval.holds(other, value),
    ),
    set.scale,
  );
