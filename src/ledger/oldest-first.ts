/** What people asked, in the order in which they did; a set has none. */
export const oldestFirst = <Asked extends { readonly at: string; readonly id: string }>(
  asked: readonly Asked[],
): readonly Asked[] =>
  asked.toSorted((left, right) => compare(left.at, right.at) || compare(left.id, right.id));

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
