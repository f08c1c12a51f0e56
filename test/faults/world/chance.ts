/** Chance that a seed repeats. */
export interface Chance {
  /** From 0, below 1. */
  fraction(): number;
  /** True so often out of 1. */
  happens(share: number): boolean;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** One of several, which there must be. */
  pick<Item>(items: readonly Item[]): Item;
  /** A generator of its own, which draws from others change nothing about. */
  branch(): Chance;
}

/** mulberry32, by Tommy Ettinger, in the public domain: 32 bits of state are plenty for what a run draws. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number =>
    least + Math.floor(fraction() * (most - least + 1));
  return {
    fraction,
    happens: (share) => fraction() < share,
    between,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError('There is nothing to pick from.');
      return item;
    },
    branch: () => chanceOf(between(0, 2 ** 32 - 1)),
  };
};
