import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReaderName } from './readers/readers.ts';

/** Texts of a reader on disk. */
export type Kept =
  /** In the repository: what reaches something, and what once broke something. */
  | 'corpus'
  | 'crashes'
  /** Outside of it: what the runs on this machine have found. */
  | 'grown'
  | 'found';

const root = fileURLToPath(new URL('../..', import.meta.url));
const places = {
  corpus: 'test/fuzz/corpus',
  crashes: 'test/fuzz/crashes',
  grown: 'dist/fuzz/corpus',
  found: 'dist/fuzz/crashes',
} as const;

/** The folder, from the repository's root on. */
export const folderOf = (kept: Kept, reader: ReaderName): string => `${places[kept]}/${reader}`;

/** The texts of a folder by their files' names, in their order; none where there is no folder. */
export const textsIn = async (kept: Kept, reader: ReaderName): Promise<ReadonlyMap<string, string>> => {
  const folder = join(root, folderOf(kept, reader));
  const names = (await namesIn(kept, reader)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, index) => [name, texts[index] ?? '']));
};

/** Writes a text under a name made of it. @returns the file, from the repository's root on */
export const keepText = async (kept: Kept, reader: ReaderName, text: string): Promise<string> => {
  const folder = folderOf(kept, reader);
  const file = `${folder}/${nameOf(text)}`;
  await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, file), text);
  return file;
};

/** Makes a folder hold these texts and no others. */
export const keepTexts = async (kept: Kept, reader: ReaderName, texts: readonly string[]): Promise<void> => {
  const byName = new Map(texts.map((text) => [nameOf(text), text]));
  const there = new Set(await namesIn(kept, reader));
  for (const name of there) if (!byName.has(name)) await rm(join(root, folderOf(kept, reader), name));
  for (const [name, text] of byName) if (!there.has(name)) await keepText(kept, reader, text);
};

const namesIn = (kept: Kept, reader: ReaderName): Promise<string[]> =>
  readdir(join(root, folderOf(kept, reader))).catch(() => []);

const nameOf = (text: string): string =>
  `${createHash('sha256').update(text).digest('hex').slice(0, 12)}.txt`;
