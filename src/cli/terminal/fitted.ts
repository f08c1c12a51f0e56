import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { bond, bonded } from './copyable.ts';
import { layoutOf } from './layout.ts';

/** Characters. A longer line comes from outside: to break it takes time by the square of its words. */
const longestBroken = 10_000;

/**
 * Text with no line wider than so many columns of a terminal, but where one word is, or a command that somebody may
 * copy, or a line is far too long for anybody to read. Lines are broken between words; what follows stands below the
 * column that it belongs to, or indented below its line. Colour codes take no room, and each line closes its own.
 */
export const fitted = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) =>
      line.length > longestBroken || stringWidth(line) <= width ? [line] : broken(line, width),
    )
    .join('\n');

/** Where to break is found without colours, and done with them: wrap-ansi breaks at every space that is no bond. */
const broken = (line: string, width: number): readonly string[] => {
  const plain = stripVTControlCharacters(line);
  const whole = bonded(plain);
  const { breaks, indent, hang } = layoutOf(whole, width);
  const marked = whole.replace(/ /g, (space, index: number) => (breaks.has(index) ? space : bond));
  return wrapAnsi(respaced(line, plain, marked), 1)
    .split('\n')
    .map((row, index) => ' '.repeat(index === 0 ? indent : hang) + row.replaceAll(bond, ' '));
};

/** The line with its spaces as they are marked; colour codes hold none. */
const respaced = (line: string, plain: string, marked: string): string => {
  let index = -1;
  return line.replaceAll(' ', () => {
    index = plain.indexOf(' ', index + 1);
    return marked.charAt(index);
  });
};
