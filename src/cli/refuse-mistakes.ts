import { CliError } from './cli-error.ts';
import { exitCode } from './exit-code.ts';

/**
 * Ends a command that was called with mistakes, all of them told at once, a line each.
 * @param mistakes inert sentences; undefined where there is none
 * @throws CliError where there is any
 */
export const refuseMistakes = (mistakes: readonly (string | undefined)[]): void => {
  const all = mistakes.filter((mistake) => mistake !== undefined);
  if (all.length > 0) throw new CliError(all.join('\n'), exitCode.usage);
};
