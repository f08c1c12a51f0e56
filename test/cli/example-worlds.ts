import { execFileSync } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { devNull } from 'node:os';
import { toldOutcomes } from '../notify/told-outcomes.ts';
import { type AtEnd, towards } from '../support/run-cli.ts';
import { aFolderWith, type CliWorld, type MakeWorld, sandboxWith, weakened } from './a-cli-world.ts';

/** The command is typed in a folder of its own, with these files in it. */
const typedIn = async (
  files: { readonly [name: string]: string },
  atEnd: AtEnd,
): Promise<CliWorld & { readonly cwd: string }> => {
  const cwd = await aFolderWith(files, atEnd);
  return { environment: {}, folder: cwd, cwd };
};

const withPolicies = async (atEnd: AtEnd) => {
  const world = await typedIn({}, atEnd);
  await cp('policies', `${world.cwd}/policies`, { recursive: true });
  return world;
};

const sandboxed =
  (world: (atEnd: AtEnd) => Promise<CliWorld>, settings = {}): MakeWorld =>
  async (atEnd) => {
    const sandbox = await sandboxWith(settings, atEnd);
    return { ...(await world(atEnd)), environment: towards(sandbox.url), sandbox };
  };

/** Worlds in which an example of the help is carried out that reads from the current folder, or writes to it. */
export const exampleWorlds: { readonly [name: string]: MakeWorld } = {
  'the current folder is empty': (atEnd) => typedIn({}, atEnd),
  'the current folder is empty, and AWS is there': sandboxed((atEnd) => typedIn({}, atEnd)),
  'the current folder has an outcome in a file': (atEnd) =>
    typedIn({ 'outcome.json': JSON.stringify(toldOutcomes['remediated-one']) }, atEnd),
  'the current folder has policies, and the pool is weakened': sandboxed(withPolicies, weakened),
  'the current folder is a repository, and its policies are those of main': async (atEnd) => {
    const world = await withPolicies(atEnd);
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Developer', '-c', 'user.email=developer@example.com', ...args], {
        cwd: world.cwd,
        env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull },
      });
    git('init', '--quiet', '--initial-branch', 'main');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Policies');
    return world;
  },
};
