/** Where each value stands first in a list. */
export const firstIndexes = (values: readonly unknown[]): ReadonlyMap<unknown, number> =>
  new Map(values.map((value, index) => [value, index] as const).reverse());
