import { promises as fs } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Mistake } from '../mistake.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** One file of a policy folder: its content where it could be read. */
export interface PolicySource {
  /** The file's name within the folder, `baseline.yaml`. */
  readonly name: string;
  readonly source?: YamlSource;
}

/** Files above this are no policy files. Source: none; the largest that we ship has 4 KB. */
const largest = 262_144;

/** Names that later versions read. Until then, a file that nothing reads would be a policy that nobody enforces. */
const notReadYet = ['owners.yaml'];

/**
 * Reads every *.yaml of a folder, not of its sub-folders, in the order of their names. Files are named from
 * the current folder on.
 * @throws where the file system fails otherwise than by a missing folder
 */
export const readPolicyFolder = async (
  dir: string,
): Promise<{ readonly sources: readonly PolicySource[]; readonly mistakes: readonly Mistake[] }> => {
  const entries = await entriesOf(dir);
  if (!entries) return { sources: [], mistakes: [at(dir, 'There is no such folder.')] };
  const files = entries.filter((name) => /\.ya?ml$/i.test(name)).sort();
  const read = await Promise.all(
    files.map(async (name) => ({ name, ...(await readSource(join(dir, name), name)) })),
  );
  const mistakes = read.flatMap((each) => each.mistakes);
  const none = files.every((name) => name === 'exemptions.yaml' || notReadYet.includes(name));
  return {
    sources: read,
    mistakes: none ? [at(dir, 'No policy file (*.yaml) is in this folder.'), ...mistakes] : mistakes,
  };
};

const at = (path: string, message: string): Mistake => ({ file: shown(path), line: 1, column: 1, message });

const shown = (path: string): string => (relative('', path) || '.').split(sep).join('/');

const entriesOf = async (dir: string): Promise<string[] | undefined> => {
  try {
    return await fs.readdir(dir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
};

const readSource = async (
  path: string,
  name: string,
): Promise<{ readonly source?: YamlSource; readonly mistakes: readonly Mistake[] }> => {
  const refused = await whyNotRead(path, name);
  if (refused) return { mistakes: [at(path, refused)] };
  const bytes = await fs.readFile(path);
  try {
    return parseYaml(shown(path), new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return { mistakes: [at(path, "This file isn't text in UTF-8.")] };
    throw error;
  }
};

const whyNotRead = async (path: string, name: string): Promise<string | undefined> => {
  if (!name.endsWith('.yaml')) return 'Only files named *.yaml are read: rename this one, or move it away.';
  if (notReadYet.includes(name)) return "This version doesn't read this file yet: move it away.";
  const stat = await fs.lstat(path);
  if (stat.isSymbolicLink()) return 'This is a symbolic link: what is enforced must stand in this folder.';
  if (!stat.isFile()) return "This isn't a file.";
  if (stat.size > largest) return `This file has ${stat.size} bytes; a policy file has at most ${largest}.`;
  return undefined;
};
