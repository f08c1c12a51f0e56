import { unseen } from '../../pool/unseen.ts';

const hidden = new RegExp(String.raw`[\p{Cc}\p{Zl}\p{Zp}${unseen}]`, 'gv');

const visible = (character: string): string => {
  if (character === '\n') return '⏎';
  const hex = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`;
};

/**
 * Text from outside, made harmless for a terminal: escape sequences could recolour, hide or overwrite what
 * stands around it, and other characters could reorder it or not be seen. All become visible, and what is left is one
 * line.
 */
export const inert = (text: string): string => text.toWellFormed().replace(hidden, visible);

/** Inert text of at most so many code points; what was cut is marked. */
export const inertLine = (text: string, most: number): string => {
  const points = [...inert(text)];
  return points.length <= most ? points.join('') : `${points.slice(0, most - 1).join('')}…`;
};
