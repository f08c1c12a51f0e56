import { promises as fs } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compilePolicies, type LoadedPolicies, type PolicyText } from './loader/compile-policies.ts';
import type { Mistake } from './mistake.ts';

/** In bytes. A file above this is something else, or an accident: our own have a few kilobytes. */
const largest = 262_144;

/** Files that are no policies and stand beside them. */
const besides = ['exemptions.yaml', 'owners.yaml'];

/**
 * Loads a folder: policies from every *.yaml in it, not in its sub-folders, the exemptions from them from
 * exemptions.yaml, and who owns which pools from owners.yaml. Mistakes of all files come at once, in the order of files
 * and lines; files are named from the current folder on.
 * @throws where the file system fails otherwise than by a missing folder
 */
export const loadPolicies = async (dir: string): Promise<LoadedPolicies> => {
  const entries = await entriesOf(dir);
  if (typeof entries === 'string') return compilePolicies([], [folderMistake(dir, entries)]);
  const names = entries.filter((name) => /\.ya?ml$/i.test(name)).sort();
  const read = await Promise.all(names.map((name) => readText(join(dir, name), name)));
  const noPolicy = names.every((name) => besides.includes(name));
  return compilePolicies(
    read.filter((each) => 'text' in each),
    [
      ...(noPolicy ? [folderMistake(dir, `The folder ${shown(dir)} has no policy file (*.yaml).`)] : []),
      ...read.filter((each) => 'message' in each),
    ],
  );
};

const mistake = (path: string, message: string): Mistake => ({
  file: shown(path),
  line: 1,
  column: 1,
  message,
});

const folderMistake = (dir: string, message: string): Mistake => ({
  ...mistake(dir, message),
  isFolder: true,
});

const shown = (path: string): string => (relative('', path) || '.').split(sep).join('/');

/** The names in a folder, or why there are none. */
const entriesOf = async (dir: string): Promise<string[] | string> => {
  try {
    return await fs.readdir(dir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return `There is no folder ${shown(dir)}.`;
    if (code === 'ENOTDIR') return `${shown(dir)} is no folder: name the one that the policy files are in.`;
    throw error;
  }
};

const readText = async (path: string, name: string): Promise<PolicyText | Mistake> => {
  const refused = await whyNotRead(path, name);
  if (refused) return mistake(path, refused);
  const bytes = await fs.readFile(path);
  try {
    return { file: shown(path), text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return mistake(path, "This file isn't text in UTF-8.");
  }
};

const whyNotRead = async (path: string, name: string): Promise<string | undefined> => {
  if (!name.endsWith('.yaml')) return 'Only files named *.yaml are read: rename this one, or move it away.';
  const stat = await fs.lstat(path);
  if (stat.isSymbolicLink()) return 'This is a symbolic link: what is enforced must stand in this folder.';
  if (!stat.isFile()) return "This isn't a file.";
  if (stat.size > largest) return `This file has ${stat.size} bytes; a policy file has at most ${largest}.`;
  return undefined;
};
