import type { NamesAsked } from '../constraint.ts';

/** Sorted, each once: lists in this form are equal where they hold the same. */
export const sortedNames = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

/** Pairs in the same form. */
export const sortedPairs = (
  pairs: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] => {
  const unique = new Map(pairs.map((pair) => [JSON.stringify(pair), pair]));
  return [...unique].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, pair]) => pair);
};

/** Brings what is asked into its one form, so that equal demands are equal records. */
export const namesAsked = ({
  required = [],
  forbidden = [],
  within,
  some,
}: Partial<NamesAsked>): NamesAsked => ({
  required: sortedNames(required),
  ...(within === undefined
    ? { forbidden: sortedNames(forbidden) }
    : { forbidden: [], within: sortedNames(without(within, forbidden)) }),
  ...(some && required.length === 0 && { some }),
});

const without = (names: readonly string[], others: readonly string[]): readonly string[] => {
  const taken = new Set(others);
  return names.filter((name) => !taken.has(name));
};

/** What satisfies both. */
export const meetNames = (left: NamesAsked, right: NamesAsked): NamesAsked => {
  const within =
    left.within && right.within
      ? left.within.filter(mayHave({ required: [], forbidden: [], within: right.within }))
      : (left.within ?? right.within);
  return namesAsked({
    required: [...left.required, ...right.required],
    forbidden: [...left.forbidden, ...right.forbidden],
    ...(within && { within }),
    ...((left.some ?? right.some) && { some: true as const }),
  });
};

/** Tells of a name whether it may be there. */
export const mayHave = ({ forbidden, within }: NamesAsked): ((name: string) => boolean) => {
  const refused = new Set(forbidden);
  const permitted = within && new Set(within);
  return (name) => !refused.has(name) && (permitted?.has(name) ?? true);
};

/** True where these names are what is asked. */
export const areAsked = (asked: NamesAsked, names: readonly string[]): boolean => {
  const there = new Set(names);
  return (
    asked.required.every((name) => there.has(name)) &&
    names.every(mayHave(asked)) &&
    !(asked.some && names.length === 0)
  );
};

/** A name that is required and may not be there, if there is one. */
export const torn = (asked: NamesAsked): string | undefined => {
  const permitted = mayHave(asked);
  return asked.required.find((name) => !permitted(name));
};

/**
 * What is asked, in words; empty where nothing is.
 * @param whole what the names belong to: `a list`
 */
export const describeNames = ({ required, forbidden, within, some }: NamesAsked, whole: string): string => {
  if (within && within.join() === required.join())
    return within.length === 0 ? 'none' : `exactly ${within.join(', ')}`;
  const has = [
    ...(required.length > 0 ? [`with ${required.join(', ')}`] : []),
    ...(forbidden.length > 0 ? [`without ${forbidden.join(', ')}`] : []),
  ];
  return [
    ...(has.length > 0 ? [`${whole} ${has.join(' and ')}`] : []),
    ...(within ? [`nothing but ${within.join(', ')}`] : []),
    ...(some ? ['at least one'] : []),
  ].join(', ');
};
