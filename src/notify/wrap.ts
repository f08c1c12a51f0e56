const broken = (word: string, width: number): readonly string[] => {
  const points = [...word];
  const pieces = [];
  for (let start = 0; start < points.length; start += width)
    pieces.push(points.slice(start, start + width).join(''));
  return pieces;
};

/**
 * Breaks one line into lines of at most `width` code points, between words where there are any.
 * @param first what stands before the first line; the following ones are indented as far
 */
export const wrap = (text: string, width: number, first = ''): readonly string[] => {
  const indent = ' '.repeat(first.length);
  const room = width - first.length;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => broken(whole, room))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if ([...longer].length > room) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].map((content, index) => `${index === 0 ? first : indent}${content}`.trimEnd());
};
