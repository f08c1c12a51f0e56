import { styleText } from 'node:util';

/** Colour only where standard output is a terminal and NO_COLOR is unset: styleText sees to that. */
const painter =
  (format: Parameters<typeof styleText>[0]) =>
  (text: string): string =>
    styleText(format, text);

export const paint = {
  strong: painter('bold'),
  faint: painter('dim'),
  good: painter('green'),
  bad: painter('red'),
  warning: painter('yellow'),
  name: painter('cyan'),
  title: painter(['bold', 'underline']),
} as const;
