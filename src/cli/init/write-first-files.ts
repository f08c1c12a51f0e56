import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { inert } from '../report/inert.ts';
import type { FirstFile } from './first-files.ts';

/** Which files were written, and which were left because something was there. */
export interface Written {
  readonly written: readonly FirstFile[];
  /** Names, of policies that stood in the baseline's place, too. */
  readonly left: readonly string[];
}

/** Files of policies that are no policies. */
const besides = ['exemptions.yaml', 'owners.yaml'];

/**
 * Writes files into a folder, which is made where it isn't there, and overwrites none. The baseline isn't written
 * beside policies of somebody's own: its rules could be there already, or contradict theirs.
 * @throws CliError where the file system refuses
 */
export const writeFirstFiles = async (folder: string, files: readonly FirstFile[]): Promise<Written> => {
  const written: FirstFile[] = [];
  const left: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    const policies = (await readdir(folder)).filter(
      (name) => /\.ya?ml$/i.test(name) && !besides.includes(name),
    );
    left.push(...policies);
    for (const file of files) {
      if (file.name === 'baseline.yaml' && policies.length > 0) continue;
      if (await isWritten(join(folder, file.name), file.content)) written.push(file);
      else left.push(file.name);
    }
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    throw new CliError(inert(`${folder} can't be written: ${message}`), exitCode.usage);
  }
  return { written, left };
};

/** True where the file is new; whatever has its name stays as it is. */
const isWritten = async (path: string, content: string): Promise<boolean> => {
  try {
    await writeFile(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};
