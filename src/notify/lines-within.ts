import { count } from './notice-facts.ts';

/**
 * Whole lines as long as they have room, then how many were left out: `and 3 more settings`.
 * @param limit in UTF-16 units, with three for each line's separator
 * @param omitted how many more there are that aren't among the lines
 */
export const linesWithin = (
  lines: readonly string[],
  limit: number,
  noun: string,
  omitted = 0,
): readonly string[] => {
  const kept: string[] = [];
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const left = lines.length - index + omitted;
    const more = left === 1 && length + line.length + 3 <= limit ? '' : `and ${count(left, `more ${noun}`)}`;
    length += line.length + 3;
    if (length + more.length > limit) return [...kept, more];
    kept.push(line);
  }
  return omitted === 0 ? kept : [...kept, `and ${count(omitted, `more ${noun}`)}`];
};
