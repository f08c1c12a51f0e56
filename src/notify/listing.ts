import type { Words } from './words.ts';

/** Things told one after the other, each with a title and its lines: the pools of a digest. */
export interface Listing {
  /** What one of them is called, for `and 3 more pools`. */
  readonly noun: string;
  readonly blocks: readonly { readonly title: Words; readonly lines: readonly Words[] }[];
  /** How many more there are that aren't among the blocks. */
  readonly omitted: number;
}
