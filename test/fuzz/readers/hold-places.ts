import type { Mistake } from '../../../src/policy/mistake.ts';
import { hold } from './hold.ts';

/** @throws Error where a mistake has no message, or stands where its file has no such line */
export const holdPlaces = (
  mistakes: readonly Mistake[],
  textOf: (file: string) => string | undefined,
): void => {
  const ends = new Map<string, Ends>();
  const endsOf = (file: string): Ends => {
    const text = textOf(file);
    hold(text !== undefined, `A mistake names a file that is none.\n${file}`);
    const found = ends.get(file) ?? { lines: text.split('\n').length, length: text.length };
    ends.set(file, found);
    return found;
  };
  for (const { file, line, column, message, isFolder } of mistakes) {
    hold(message !== '', 'A mistake has no message.');
    if (isFolder) continue;
    const { lines, length } = endsOf(file);
    hold(line >= 1 && line <= lines, `A mistake stands on a line that is none.\n${message}`);
    hold(column >= 1 && column <= length + 1, `A mistake stands in a column that is none.\n${message}`);
  }
};

interface Ends {
  readonly lines: number;
  readonly length: number;
}
