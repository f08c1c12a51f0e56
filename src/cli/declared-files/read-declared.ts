import type { DeclaredFile } from '../../declared/declared-pool.ts';
import { boundedText } from '../bounded-text.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { mistakeLine } from '../report/mistake-line.ts';

/** A file and what came of it. */
export type ReadFile = DeclaredFile & { readonly kind: 'pools' };

/**
 * Reads files that declare pools.
 * @param largest in bytes; a file above it is something else
 * @param read what a file's text declares
 * @throws CliError that lists every mistake of every file, `file:line:column: message`
 */
export const readDeclared = async (
  paths: readonly string[],
  largest: number,
  read: (text: string, file: string) => DeclaredFile,
): Promise<readonly ReadFile[]> => {
  const files = await Promise.all(
    paths.map(async (path): Promise<DeclaredFile> => {
      const found = await boundedText(path, largest);
      if ('text' in found) return read(found.text, path);
      return { kind: 'mistakes', mistakes: [{ file: path, line: 1, column: 1, message: found.problem }] };
    }),
  );
  const mistakes = files.flatMap((file) => (file.kind === 'mistakes' ? file.mistakes : []));
  if (mistakes.length > 0) throw new CliError(mistakes.map(mistakeLine).join('\n'), exitCode.usage);
  return files.filter((file) => file.kind === 'pools');
};
