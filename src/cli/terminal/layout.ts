import stringWidth from 'string-width';

/** Behind a mark and its space, where what is marked begins. */
const step = 2;

/** How a line is broken into rows. */
export interface Layout {
  /** Where the spaces stand that become breaks, and those before the first word. */
  readonly breaks: ReadonlySet<number>;
  /** How far the first row is indented. */
  readonly indent: number;
  /** How far the others are. */
  readonly hang: number;
}

interface Word {
  readonly place: number;
  /** Spaces before it; two or more begin a column. */
  readonly gap: number;
  readonly width: number;
  /** How wide its column is, where it begins one. */
  readonly column?: number;
}

/**
 * Lays out a line that is too wide. What its last column has no room for stands below it, where that begins in the left
 * half and has room for its longest word; else columns stand beside each other as far as each has room whole, and what
 * has none is indented below the line.
 * @param line without colour codes; only at its spaces it may be broken
 * @param width in columns of the terminal
 */
export const layoutOf = (line: string, width: number): Layout => {
  const words = wordsOf(line);
  const last = words.findLastIndex(({ column }) => column !== undefined);
  const start = stringWidth(line.slice(0, words[last]?.place));
  const isBeside =
    last > 0 && start <= width / 2 && words.slice(last).every((word) => word.width <= width - start);
  const margin = words[0]?.gap ?? 0;
  const indent = margin <= Math.max(step, width / 2) ? margin : step;
  const hang = isBeside ? start : indent + step;
  const breaks = new Set<number>();
  let end = 0;
  for (const [index, { place, gap, width: own, column = own }] of words.entries()) {
    const isFirst = index === 0;
    if (isFirst || end + gap + (isBeside ? own : column) > width) {
      for (let before = 1; before <= gap; before++) breaks.add(place - before);
      end = (isFirst ? indent : hang) + own;
    } else end += gap + own;
  }
  return { breaks, indent, hang };
};

const wordsOf = (line: string): readonly Word[] => {
  let end = 0;
  return [...line.matchAll(/[^ ]+/g)].map(({ 0: word, index: place }) => {
    const gap = place - end;
    const isColumn = gap > 1 || end === 0;
    end = place + word.length;
    const next = line.indexOf('  ', place);
    const column = isColumn && { column: stringWidth(line.slice(place, next < 0 ? undefined : next)) };
    return { place, gap, width: stringWidth(word), ...column };
  });
};
