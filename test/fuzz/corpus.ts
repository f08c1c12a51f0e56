import type { Chance } from '../faults/world/chance.ts';
import { blockOf } from './watched/reached.ts';

/** A text that reaches something, and nothing much shorter does. */
export interface Entry {
  readonly text: string;
  readonly milliseconds: number;
}

/** What is built on: for everything that was reached, about the shortest text that does. */
export interface Corpus {
  /** @returns true where it reaches something that nothing before did */
  offer(text: string, features: Uint32Array, milliseconds: number): boolean;
  pick(chance: Chance): Entry;
  readonly entries: () => readonly Entry[];
  readonly figures: () => { readonly entries: number; readonly blocks: number; readonly features: number };
}

/** A text takes the place of another one that is so much longer; else each character less would. */
const muchShorter = 0.75;

export const corpusOf = (): Corpus => {
  const holders = new Map<number, Entry>();
  const held = new Map<Entry, number>();
  const blocks = new Set<number>();
  let inOrder: Entry[] | undefined;
  const entries = (): readonly Entry[] => {
    inOrder ??= [...held.keys()];
    return inOrder;
  };
  const release = (entry: Entry): void => {
    const left = (held.get(entry) ?? 0) - 1;
    if (left > 0) held.set(entry, left);
    else held.delete(entry);
  };
  return {
    entries,
    offer: (text, features, milliseconds) => {
      const entry = { text, milliseconds };
      let isNew = false;
      let gained = 0;
      for (const feature of features) {
        const holder = holders.get(feature);
        if (holder && text.length > holder.text.length * muchShorter) continue;
        if (holder) release(holder);
        else isNew = true;
        holders.set(feature, entry);
        blocks.add(blockOf(feature));
        gained += 1;
      }
      if (gained === 0) return false;
      held.set(entry, gained);
      inOrder = undefined;
      return isNew;
    },
    pick: (chance) => {
      const all = entries();
      const latest = all.slice(-Math.ceil(all.length / 8));
      const [one, other] = [chance.pick(chance.happens(0.4) ? latest : all), chance.pick(all)];
      // What is read fast is built on more often: the same time goes into more texts.
      return other.milliseconds < one.milliseconds && chance.happens(0.7) ? other : one;
    },
    figures: () => ({ entries: held.size, blocks: blocks.size, features: holders.size }),
  };
};
