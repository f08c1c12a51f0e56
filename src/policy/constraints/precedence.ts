import type { Members } from '../constraint.ts';
import { sortedPairs } from './names-asked.ts';

type Pairs = Members['pairs'];

/** Each of `names` before all that follow it. */
export const precedenceOf = (names: readonly string[]): Pairs =>
  sortedPairs(
    names.flatMap((earlier, index) => names.slice(index + 1).map((later) => [earlier, later] as const)),
  );

/** True where no two of the members stand the other way round. */
export const isInOrder = (members: readonly string[], pairs: Pairs): boolean =>
  pairs.every(
    ([earlier, later]) =>
      !members.includes(earlier) ||
      !members.includes(later) ||
      members.indexOf(earlier) < members.indexOf(later),
  );

/** Takes, again and again, the first member that no remaining one must precede; what is left over is a circle. */
export const arrange = (
  members: readonly string[],
  pairs: Pairs,
): { readonly placed: readonly string[]; readonly stuck: readonly string[] } => {
  const next = members.findIndex(
    (member) => !pairs.some(([earlier, later]) => later === member && members.includes(earlier)),
  );
  const first = members[next];
  if (first === undefined) return { placed: [], stuck: members };
  const { placed, stuck } = arrange(members.toSpliced(next, 1), pairs);
  return { placed: [first, ...placed], stuck };
};

/** True where no order of all their members satisfies the pairs. */
export const isCircular = (pairs: Pairs): boolean => arrange(namesIn(pairs), pairs).stuck.length > 0;

/** The pairs in words: a chain, or pair by pair where they are none. */
export const describePrecedence = (pairs: Pairs): string => {
  const { placed } = arrange(namesIn(pairs), pairs);
  return JSON.stringify(precedenceOf(placed)) === JSON.stringify(pairs)
    ? placed.join(' before ')
    : pairs.map((pair) => pair.join(' before ')).join(', ');
};

const namesIn = (pairs: Pairs): readonly string[] => [...new Set(pairs.flat())];
