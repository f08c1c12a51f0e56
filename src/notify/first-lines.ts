import type { Words } from './words.ts';

/** The first few of many lines, and how many more there are: `and 3 more`. */
export const firstLines = (lines: readonly Words[], most: number): readonly Words[] =>
  lines.length <= most ? lines : [...lines.slice(0, most), [`and ${lines.length - most} more`]];
