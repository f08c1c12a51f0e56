import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { DeclaredFile } from '../../declared/declared-pool.ts';
import type { Mistake } from '../../policy/mistake.ts';
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
      const text = await textOf(path, largest);
      return typeof text === 'string' ? read(text, path) : { kind: 'mistakes', mistakes: [text] };
    }),
  );
  const mistakes = files.flatMap((file) => (file.kind === 'mistakes' ? file.mistakes : []));
  if (mistakes.length > 0) throw new CliError(mistakes.map(mistakeLine).join('\n'), exitCode.usage);
  return files.filter((file) => file.kind === 'pools');
};

const textOf = async (path: string, largest: number): Promise<string | Mistake> => {
  const mistake = (message: string): Mistake => ({ file: path, line: 1, column: 1, message });
  try {
    const { size } = await stat(path);
    if (size > largest) return mistake(`This file has ${size} bytes, and at most ${largest} are read.`);
    // A device or a pipe has no size before it is read, and a link in a pull request can lead to one without end.
    const bytes = await buffer(createReadStream(path, { end: largest }));
    if (bytes.length > largest)
      return mistake(`This file goes on after ${largest} bytes, which is all that is read.`);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return mistake("This file isn't text in UTF-8.");
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return mistake('There is no such file.');
    if (code === 'EISDIR') return mistake('This is a folder; name the file in it.');
    return mistake(`It can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};
