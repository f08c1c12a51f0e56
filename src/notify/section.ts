import type { Words } from './words.ts';

/** One labelled fact of a notice, in lines. */
export interface Section {
  readonly label: string;
  readonly lines: readonly Words[];
}
