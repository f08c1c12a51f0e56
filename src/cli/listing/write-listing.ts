import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { appendFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { inert } from '../report/inert.ts';
import { printData, printError } from '../terminal/print.ts';

/**
 * Prints text, or writes it to a file: whole, in place of what was there, or not at all; a folder that isn't there is
 * made. A device or a pipe is written into and stays what it is. Where it went is said on standard error.
 * @param output absent for standard output
 * @param print how it goes to standard output: as data, if not said
 * @param mode of the file, before the process's mask; what a file that was there didn't permit isn't permitted now
 * @throws CliError where the file can't be written
 */
export const writeListing = async (
  text: string,
  output: string | undefined,
  {
    print = printData,
    mode = 0o666,
  }: { readonly print?: (text: string) => void; readonly mode?: number } = {},
): Promise<void> => {
  if (output === undefined) {
    print(text);
    return;
  }
  const unfinished = `${output}.${randomUUID()}.new`;
  const content = `${stripVTControlCharacters(text)}\n`;
  try {
    const there = await stat(output).catch(() => undefined);
    if (isWrittenInto(output, there)) await appendFile(output, content);
    else {
      await mkdir(dirname(output), { recursive: true });
      await writeFile(unfinished, content, { flag: 'wx', mode: mode & (there?.mode ?? mode) });
      await rename(unfinished, output);
    }
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const { message } = error instanceof Error ? error : new Error(String(error));
    throw new CliError(`Can't write ${inert(output)}: ${inert(message)}`, exitCode.usage);
  }
  printError(`Written to ${inert(output)}.`);
};

/**
 * True for what nothing may take the place of: whoever may write to /dev would leave everybody a file in place of
 * /dev/null. There a link can stand for standard output, which may be a file.
 */
const isWrittenInto = (output: string, there: Stats | undefined): boolean =>
  there !== undefined && ((!there.isFile() && !there.isDirectory()) || dirname(resolve(output)) === '/dev');
