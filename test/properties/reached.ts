/** Counts what a run of cases has come across, by kind and name. */
export const countReached = () => {
  const counts = new Map<string, number>();
  const keyOf = (kind: string, name: string): string => `${kind} ${name}`;
  return {
    /** Counts each name once for the case that calls this. */
    reach: (kind: string, names: Iterable<string>): void => {
      for (const name of new Set(names))
        counts.set(keyOf(kind, name), (counts.get(keyOf(kind, name)) ?? 0) + 1);
    },
    /** Of these names, those that no case came across. */
    missed: (kind: string, names: readonly string[]): readonly string[] =>
      names.filter((name) => !counts.has(keyOf(kind, name))),
    /** One line for each kind, the rarest first. */
    report: (): string =>
      [...Map.groupBy([...counts], ([key]) => key.split(' ')[0])]
        .map(([kind, entries]) => {
          const sorted = entries.toSorted(([, left], [, right]) => left - right);
          return `${kind}: ${sorted.map(([key, count]) => `${key.slice(key.indexOf(' ') + 1)} ${count}`).join(', ')}`;
        })
        .toSorted()
        .join('\n'),
  };
};

export type Reached = ReturnType<typeof countReached>;
