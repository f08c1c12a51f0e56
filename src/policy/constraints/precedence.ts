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
  const placed: string[] = [];
  let left = members;
  while (left.length > 0) {
    const waiting = left;
    const next = waiting.findIndex(
      (member) => !pairs.some(([earlier, later]) => later === member && waiting.includes(earlier)),
    );
    if (next === -1) break;
    placed.push(...waiting.slice(next, next + 1));
    left = waiting.toSpliced(next, 1);
  }
  return { placed, stuck: left };
};

/** True where no order of all their members satisfies the pairs. */
export const isCircular = (pairs: Pairs): boolean => arrange(namesIn(pairs), pairs).stuck.length > 0;

/** The pairs in words: a chain, or pair by pair where they are none. */
export const describePrecedence = (pairs: Pairs): string => {
  const { placed, stuck } = arrange(namesIn(pairs), pairs);
  return stuck.length === 0 && precedenceOf(placed).length === pairs.length
    ? placed.join(' before ')
    : pairs.map((pair) => pair.join(' before ')).join(', ');
};

const namesIn = (pairs: Pairs): readonly string[] => [...new Set(pairs.flat())];
