import { unseen } from '../../pool/unseen.ts';

const hidden = new RegExp(String.raw`[\p{Cc}\p{Zl}\p{Zp}${unseen}]`, 'gv');

/**
 * Text from outside as it is shown in a report: control characters and those that turn the reading direction by their
 * number; what isn't Unicode becomes U+FFFD.
 */
export const visible = (text: string): string =>
  text.toWellFormed().replace(hidden, (character) => {
    if (character === '\n' || character === '\t') return ' ';
    return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
  });
