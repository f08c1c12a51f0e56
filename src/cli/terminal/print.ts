import { stripVTControlCharacters } from 'node:util';
import { fitted } from './fitted.ts';

/** Where something is printed. */
export interface Screen {
  readonly isTTY?: boolean;
  /** 0 where a terminal does not tell. */
  readonly columns?: number;
}

/** How many columns a terminal has; absent where it is none, or does not tell. */
export const columnsOf = ({ isTTY, columns }: Screen): number | undefined =>
  isTTY === true && columns ? columns : undefined;

/** Text for people as a screen shows it: in a terminal's width; in a file, a pipe or CI with its lines whole. */
export const onScreen = (text: string, screen: Screen): string => {
  const columns = columnsOf(screen);
  return columns === undefined ? text : fitted(text, columns);
};

/** A question as it is asked on standard error, with a space before the answer. */
export const asPrompt = (question: string): string => `${onScreen(question.trimEnd(), process.stderr)} `;

// All that a command prints goes through these three: test/architecture.test.ts holds it.

/** Prints text for people on standard output. */
export const printText = (text: string): void => console.log(onScreen(text, process.stdout));

/** Prints text for people on standard error. Its colours go by standard output, which may be a terminal alone. */
export const printError = (text: string): void =>
  console.error(process.stderr.isTTY ? onScreen(text, process.stderr) : stripVTControlCharacters(text));

/** Prints what programs read, or what is copied whole, on standard output: every line as it is. */
export const printData = (text: string): void => console.log(text);

/** How a format of a command is printed. */
export const printAs = (format: string): ((text: string) => void) =>
  format === 'text' ? printText : printData;
