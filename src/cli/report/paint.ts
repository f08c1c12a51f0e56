import { styleText } from 'node:util';

/**
 * Colour only where standard output is a terminal and NO_COLOR is unset: styleText sees to that. No yellow and no
 * cyan, which can't be read on white; and what a colour says, a word or a mark beside it says, too.
 */
const painter =
  (format: Parameters<typeof styleText>[0]) =>
  (text: string): string =>
    styleText(format, text);

export const paint = {
  strong: painter('bold'),
  faint: painter('dim'),
  good: painter('green'),
  bad: painter('red'),
  warning: painter('magenta'),
  link: painter('underline'),
  title: painter(['bold', 'underline']),
} as const;
