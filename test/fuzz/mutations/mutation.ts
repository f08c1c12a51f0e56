import type { Chance } from '../../faults/world/chance.ts';

/** What a text is changed with. */
export interface Material {
  readonly chance: Chance;
  /** Another text for the same reader. */
  readonly other: string;
  /** Names and values that stand in the texts it begins with. */
  readonly words: readonly string[];
}

/** Makes another text of one; the same where it can't. */
export type Mutation = (text: string, material: Material) => string;

/** In characters. */
export const longestText = 65_536;

/**
 * How often something of a length can be repeated. Mostly a text stays short, since short ones are read fast; now and
 * then it gets as long as texts get, since that is where time and memory go.
 */
export const timesOf = (length: number, { chance }: Pick<Material, 'chance'>): number => {
  const room = chance.happens(0.1) ? longestText : longestText / 32;
  return chance.between(2, Math.max(2, Math.floor((room / Math.max(1, length)) * chance.fraction())));
};
