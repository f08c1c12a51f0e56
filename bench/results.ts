import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isReached, type Row } from './row.ts';

/** Writes a benchmark's rows as JSON, with what they were measured on. @returns the file, from the repository's root on */
export const writeResults = async (name: string, rows: readonly Row[]): Promise<string> => {
  const file = `dist/bench/${name}.json`;
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  await mkdir(fileURLToPath(new URL('../dist/bench', import.meta.url)), { recursive: true });
  const result = {
    schema: 'cognito-lifeguard/bench/1',
    name,
    node: process.version,
    architecture: process.arch,
    rows: rows.map((row) => ({ ...row, isReached: isReached(row) })),
  };
  await writeFile(path, `${JSON.stringify(result, null, 2)}\n`);
  return file;
};
