import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { inert } from '../report/inert.ts';
import { printData, printError } from '../terminal/print.ts';

/**
 * Prints text, or writes it to a file: whole, in place of what was there, or not at all; a folder that isn't there is
 * made. Where it went is said on standard error.
 * @param output absent for standard output
 * @param print how it goes to standard output: as data, if not said
 * @param mode of the file, before the process's mask
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
  try {
    await mkdir(dirname(output), { recursive: true });
    await writeFile(unfinished, `${stripVTControlCharacters(text)}\n`, { flag: 'wx', mode });
    await rename(unfinished, output);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const { message } = error instanceof Error ? error : new Error(String(error));
    throw new CliError(`Can't write ${inert(output)}: ${inert(message)}`, exitCode.usage);
  }
  printError(`Written to ${inert(output)}.`);
};
