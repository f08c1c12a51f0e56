import { boundedText } from '../bounded-text.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { inert } from '../report/inert.ts';
import { type NewsFile, newsIn } from './news-in.ts';

/** In bytes: an outcome has some kilobytes, and a list may have one for each of ten thousand pools. */
const largest = 256 * 1024 * 1024;

/**
 * Reads a file with an outcome or an announcement, or with a list of them, as `plan`, `replay` and `apply` print it
 * with `--format json`.
 * @param path `-` is standard input
 * @throws CliError that lists every mistake with its place in the file
 */
export const readNewsFile = async (path: string): Promise<NewsFile> => {
  const read = await boundedText(path === '-' ? process.stdin : path, largest);
  const found = 'text' in read ? newsIn(read.text) : { mistakes: [read.problem] };
  if ('news' in found) return found;
  const name = path === '-' ? 'standard input' : path;
  const lines = found.mistakes.map((mistake) => inert(`${name}: ${mistake}`));
  throw new CliError(lines.join('\n'), exitCode.usage);
};
