import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { devNull, tmpdir } from 'node:os';
import { onTestFinished } from 'vitest';

export interface CliRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | null;
}

/** Sees to it that something is ended with the test; concurrent tests have one each. */
export type AtEnd = (end: () => void | Promise<void>) => void;

type Environment = { readonly [name: string]: string };

const root = new URL('../..', import.meta.url).pathname;

/** What every command gets: no colours, and nothing of the account and settings of whoever runs the tests. */
const ownEnvironment: Environment = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  TMPDIR: tmpdir(),
  NO_COLOR: '1',
  // Takes a sixth of the time away that a command takes to start.
  NODE_COMPILE_CACHE: `${root}node_modules/.cache/lifeguard-tests`,
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: 'true',
};

/** Settings that lead a command to a sandbox. */
export const towards = (url: string): Environment => ({
  AWS_ENDPOINT_URL: url,
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'AKIAOPERATOR',
  AWS_SECRET_ACCESS_KEY: 'sandbox',
});

/**
 * Starts `lifeguard`, as it was built before the tests, in the root of the repository; it ends with the test.
 * @param input what stands on standard input; nobody is there, if not said
 */
export const startCli = (
  args: readonly string[],
  environment: Environment = {},
  atEnd: AtEnd = onTestFinished,
  input?: string,
): ChildProcess => {
  if (Number(process.versions.node.split('.')[0]) < 24)
    throw new Error(
      `The command line is tested under Node 24, and this is ${process.version}: run "npm run unit".`,
    );
  const child = spawn(process.execPath, ['dist/cli/lifeguard.mjs', ...args], {
    cwd: root,
    env: { ...ownEnvironment, ...environment },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  atEnd(() => ended(child));
  return child;
};

/** Asks a command to end, so that what it has made for itself goes with it; kills one that doesn't hear. */
const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  const deaf = setTimeout(() => child.kill('SIGKILL'), 5000);
  child.kill('SIGTERM');
  await exit;
  clearTimeout(deaf);
};

/** All that a command prints and the status that it ends with. */
export const finished = async (child: ChildProcess): Promise<CliRun> => {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exit = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { stdout, stderr, exit };
};

/** Runs `lifeguard` to its end; nobody is at the terminal. */
export const runCli = (
  args: readonly string[],
  environment: Environment = {},
  atEnd: AtEnd = onTestFinished,
): Promise<CliRun> => finished(startCli(args, environment, atEnd));
