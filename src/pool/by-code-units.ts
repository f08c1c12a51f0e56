/** Orders texts by their code units, for `sort` and `toSorted`: the same on every machine, whatever its language. */
export const byCodeUnits = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;
