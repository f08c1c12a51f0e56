import type { AllowedSet, Constraint, Entries, Members } from '../constraint.ts';
import { allowed, allowedSet } from './allowed-set.ts';
import { entries } from './entries.ts';
import { interval } from './interval.ts';
import { members } from './members.ts';
import { patterns } from './patterns.ts';
import { present } from './present.ts';

/**
 * What satisfies both. It is always a constraint, which keeps it commutative, associative and idempotent:
 * two that contradict each other give one that `contradiction` tells of.
 * @throws where the two can't be about one setting
 */
export const intersect = (left: Constraint, right: Constraint): Constraint => {
  if (left.kind === 'members' && right.kind === 'members') return members.intersect(left, right);
  if (left.kind === 'entries' && right.kind === 'entries') return entries.intersect(left, right);
  if (isOfNames(left) || isOfNames(right))
    throw new Error(`No setting takes both: ${left.kind}, ${right.kind}.`);
  if (left.kind === 'allowed') return within(left, right);
  if (right.kind === 'allowed') return within(right, left);
  // Neither an interval nor a pattern holds for a setting that isn't there.
  if (left.kind === 'present') return right;
  if (right.kind === 'present') return left;
  if (left.kind === 'interval' && right.kind === 'interval') return interval.intersect(left, right);
  if (left.kind === 'patterns' && right.kind === 'patterns') return patterns.intersect(left, right);
  throw new Error(`No setting takes both: ${left.kind}, ${right.kind}.`);
};

type OfNames = Members | Entries;

const isOfNames = (constraint: Constraint): constraint is OfNames =>
  constraint.kind === 'members' || constraint.kind === 'entries';

const within = (set: AllowedSet, other: Exclude<Constraint, OfNames>): AllowedSet =>
  allowedSet(
    set.values.filter((value) => accepts(other, value)),
    set.scale,
  );

const accepts = (constraint: Exclude<Constraint, OfNames>, value: AllowedSet['values'][number]): boolean => {
  switch (constraint.kind) {
    case 'allowed':
      return allowed.holds(constraint, value);
    case 'interval':
      return interval.holds(constraint, value);
    case 'patterns':
      return patterns.holds(constraint, value);
    case 'present':
      return present.holds(constraint, value);
  }
};
