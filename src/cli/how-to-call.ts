import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { readSearchPath } from '../config.ts';
import { packageRoot } from './package-root.ts';
import { shellWord } from './shell-word.ts';

/** Where somebody types. */
interface Place {
  /** The current folder. */
  readonly folder: string;
  /** Where a shell looks for programs. */
  readonly path: string;
  /** The folder of this package. */
  readonly root: string;
  /** The Node that runs this. */
  readonly node: string;
}

const here = (): Place => ({
  folder: process.cwd(),
  path: readSearchPath(),
  root: packageRoot(),
  node: process.execPath,
});

/**
 * What to type for `lifeguard` where this runs, so that it is this program that answers: elsewhere `npx lifeguard`
 * would fetch a stranger's package of that name.
 * @returns `npx lifeguard`, `lifeguard`, or `node …/dist/cli/lifeguard.mjs`
 */
export const howToCall = ({ folder, path, root, node }: Place = here()): string => {
  if (isFoundByNpx(real(folder), real(root))) return 'npx lifeguard';
  const own = join(root, 'dist', 'cli', 'lifeguard.mjs');
  // npx puts folders of packages before the path that a person has.
  const folders = path.split(delimiter).filter((each) => !/node_modules[\\/]\.bin[\\/]?$/.test(each));
  const isFirst = (name: string, program: string): boolean => {
    const first = folders.map((each) => join(each, name)).find((each) => existsSync(each));
    return first !== undefined && real(first) === real(program);
  };
  if (isFirst('lifeguard', own)) return 'lifeguard';
  return `${isFirst('node', node) ? 'node' : shellWord(node)} ${shellWord(own)}`;
};

/**
 * npx takes a program of the package that the folder belongs to, then one that is installed in the folder or above it.
 * Source: npm's libnpmexec, `lib/index.js`.
 */
const isFoundByNpx = (folder: string, root: string): boolean => {
  const above = [...upFrom(folder)];
  const own = above.find((each) =>
    ['package.json', 'node_modules'].some((name) => existsSync(join(each, name))),
  );
  if (own === root) return true;
  const installed = above
    .map((each) => join(each, 'node_modules', '.bin', 'lifeguard'))
    .find((each) => existsSync(each));
  return installed !== undefined && real(installed).startsWith(join(root, 'dist'));
};

function* upFrom(folder: string): Iterable<string> {
  yield folder;
  const parent = dirname(folder);
  if (parent !== folder) yield* upFrom(parent);
}

/** A path without symbolic links; as it is where nothing is there. */
const real = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};
