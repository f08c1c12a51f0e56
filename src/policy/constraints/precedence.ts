import type { SettingValue } from '../../pool/setting-value.ts';
import type { Precedence } from '../constraint.ts';
import type { Remedy } from './remedy.ts';

type Pair = Precedence['pairs'][number];

/** Makes a precedence in its one form: pairs sorted, each once. */
const sortedPairs = (pairs: readonly Pair[]): Precedence => {
  const unique = new Map(pairs.map((pair) => [JSON.stringify(pair), pair]));
  const sorted = [...unique].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, pair]) => pair);
  return { kind: 'precedence', pairs: sorted };
};

/** Each of `names` before all that follow it. */
export const precedenceOf = (names: readonly string[]): Precedence =>
  sortedPairs(
    names.flatMap((earlier, index) => names.slice(index + 1).map((later): Pair => [earlier, later])),
  );

/** The relative order of a list's members. */
export const precedence = {
  holds: ({ pairs }: Precedence, value: SettingValue): boolean => {
    const members = membersOf(value);
    return pairs.every(
      ([earlier, later]) =>
        !members.includes(earlier) ||
        !members.includes(later) ||
        members.indexOf(earlier) < members.indexOf(later),
    );
  },

  nearest: ({ pairs }: Precedence, value: SettingValue): Remedy => {
    const { placed, stuck } = arrange(membersOf(value), pairs);
    return stuck.length === 0
      ? { kind: 'value', value: placed }
      : { kind: 'no-remedy', reason: `${stuck.join(' and ')} must each stand before the other` };
  },

  describe: ({ pairs }: Precedence): string => {
    const { placed, stuck } = arrange([...new Set(pairs.flat())], pairs);
    const chain = precedenceOf(placed).pairs;
    return stuck.length === 0 && chain.length === pairs.length
      ? placed.join(' before ')
      : pairs.map((pair) => pair.join(' before ')).join(', ');
  },

  contradiction: ({ pairs }: Precedence): string | undefined => {
    const { stuck } = arrange([...new Set(pairs.flat())], pairs);
    return stuck.length === 0 ? undefined : 'no order satisfies them all';
  },

  intersect: (left: Precedence, right: Precedence): Precedence =>
    sortedPairs([...left.pairs, ...right.pairs]),
} as const;

const membersOf = (value: SettingValue): readonly string[] => (Array.isArray(value) ? value : []);

/** Takes, again and again, the first member that no remaining one must precede; what is left over is a circle. */
const arrange = (
  members: readonly string[],
  pairs: readonly Pair[],
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
