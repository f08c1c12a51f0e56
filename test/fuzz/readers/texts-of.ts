import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The texts of files, in the order of their names. @param patterns from the repository's root on */
export const textsOf = async (...patterns: readonly string[]): Promise<readonly string[]> => {
  const files = globSync([...patterns], { cwd: root }).sort();
  return Promise.all(files.map((file) => readFile(`${root}/${file}`, 'utf8')));
};
