/**
 * Text from outside, made harmless for a terminal: escape sequences could recolour, hide or overwrite what
 * stands around it, and direction marks could reorder it. Control characters become visible.
 */
export const inert = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, (character) =>
      character === '\n' ? '⏎' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );

/** Inert text of at most so many code points; what was cut is marked. */
export const inertLine = (text: string, most: number): string => {
  const points = [...inert(text)];
  return points.length <= most ? points.join('') : `${points.slice(0, most - 1).join('')}…`;
};
