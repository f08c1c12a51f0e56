import type { Constraint } from '../constraint.ts';
import { intersect } from './intersect.ts';

/**
 * What satisfies all of them, at least one. Halves are put together first: constraints grow while they are, and added one by
 * one to what has grown already they take time by the square of their number.
 */
export const intersectAll = (constraints: readonly Constraint[]): Constraint => {
  const [first, ...more] = constraints;
  if (!first) throw new RangeError('There is nothing to intersect.');
  if (more.length === 0) return first;
  const half = Math.ceil(constraints.length / 2);
  return intersect(intersectAll(constraints.slice(0, half)), intersectAll(constraints.slice(half)));
};
