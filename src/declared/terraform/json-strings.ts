/** Where a JSON string ends that begins at a quotation mark; the end of the text where it doesn't. */
export const endOfString = (text: string, start: number): number => {
  let end = text.indexOf('"', start + 1);
  const isEscaped = (at: number): boolean => {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    return slashes % 2 === 1;
  };
  while (end !== -1 && isEscaped(end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
};

/** True where lists and objects stand deeper in each other than that: JSON.parse would spend memory on each level. */
export const isNestedDeeper = (text: string, most: number): boolean => {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > most) return true;
  }
  return false;
};
