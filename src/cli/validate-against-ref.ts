import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { compilePolicies, type PolicyText } from '../policy/loader/compile-policies.ts';
import type { PolicySet } from '../policy/policy.ts';
import { CliError } from './cli-error.ts';
import { exitCode } from './exit-code.ts';
import { inert } from './report/inert.ts';

/**
 * A folder's policies as they stand at a git ref.
 * @returns undefined where the folder has no policy files there
 * @throws CliError where the folder is in no repository, git doesn't know the ref, or the files have mistakes
 */
export const policiesAt = async (folder: string, ref: string): Promise<PolicySet | undefined> => {
  await git(folder, ['rev-parse', '--git-dir'], `${folder} is in no git repository`);
  const commit = await commitAt(folder, ref);
  const listed = await git(folder, ['ls-tree', '-z', commit], `git can't list ${folder} at ${ref}`);
  const files = await Promise.all(
    policyFilesIn(listed).map(
      async ({ name, object }): Promise<PolicyText> => ({
        file: `${ref}:${folder}/${name}`,
        text: await git(folder, ['cat-file', 'blob', object], `git can't read ${name} at ${ref}`),
      }),
    ),
  );
  return files.length === 0 ? undefined : compiled(files, ref);
};

const commitAt = async (folder: string, ref: string): Promise<string> => {
  const unknown = `git knows no commit ${ref} here`;
  // git would take it for an option.
  if (ref.startsWith('-')) throw refused(unknown);
  return (await git(folder, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], unknown)).trim();
};

/**
 * Lines of `git ls-tree -z`: mode, type and object, a tab, the name. Only regular files were ever enforced, and who
 * owns a pool loosens nothing.
 */
const policyFilesIn = (listed: string): readonly { readonly name: string; readonly object: string }[] =>
  [...listed.matchAll(/100(?:644|755) blob ([0-9a-f]+)\t([^/\0]+\.yaml)\0/g)]
    .map(([, object = '', name = '']) => ({ object, name }))
    .filter(({ name }) => name !== 'owners.yaml');

const compiled = (files: readonly PolicyText[], ref: string): PolicySet => {
  const loaded = compilePolicies(files);
  if (loaded.kind === 'policies') return loaded.policies;
  const lines = loaded.mistakes.map(
    ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
  );
  throw refused(`The policies at ${ref} have mistakes, so nothing can be compared with them`, ...lines);
};

const run = promisify(execFile);

/** Runs git in a folder and gives what it prints. Where it fails, the person gets a line of ours and git's own. */
const git = async (folder: string, args: readonly string[], failure: string): Promise<string> => {
  try {
    const { stdout } = await run('git', args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw refused('--against needs git, which could not be run');
    throw refused(
      failure,
      ...stderr
        .trim()
        .split('\n')
        .slice(0, 1)
        .filter((line) => line !== ''),
    );
  }
};

const refused = (message: string, ...details: readonly string[]): CliError =>
  new CliError([`${inert(message)}.`, ...details.map(inert)].join('\n'), exitCode.usage);
