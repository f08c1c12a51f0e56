const broken = (word: string, width: number): readonly string[] => {
  // Code points are never more than units.
  if (word.length <= width) return [word];
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
  let length = 0;
  for (const word of text.split(' ').flatMap((whole) => broken(whole, room))) {
    const added = [...word].length;
    if (line === '') {
      line = word;
      length = added;
    } else if (length + 1 + added > room) {
      lines.push(line);
      line = word;
      length = added;
    } else {
      line = `${line} ${word}`;
      length += 1 + added;
    }
  }
  return [...lines, line].map((content, index) => `${index === 0 ? first : indent}${content}`.trimEnd());
};
