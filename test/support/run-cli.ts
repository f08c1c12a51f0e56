import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { devNull, tmpdir } from 'node:os';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import type { CliCall } from './cli-thread.ts';

export interface CliRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | null;
}

/** Sees to it that something is ended with the test; concurrent tests have one each. */
export type AtEnd = (end: () => void | Promise<void>) => void;

type Environment = { readonly [name: string]: string };

if (Number(process.versions.node.split('.')[0]) < 24)
  throw new Error(
    `The command line is tested under Node 24, and this is ${process.version}: run "npm run unit".`,
  );

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

export interface Started {
  readonly atEnd?: AtEnd;
  /** What stands on standard input; nobody is there, if not said. */
  readonly input?: string;
  /** The current folder: the root of the repository, if not said. */
  readonly cwd?: string;
}

/** Starts `lifeguard` as a process, as it was built before the tests; it ends with the test. */
export const startCli = (
  args: readonly string[],
  environment: Environment = {},
  { atEnd = onTestFinished, input, cwd = root }: Started = {},
): ChildProcess => {
  const child = spawn(process.execPath, [`${root}dist/cli/lifeguard.mjs`, ...args], {
    cwd,
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

/** Threads that run nothing now. */
const idle: Worker[] = [];

const aThread = (): Worker => {
  const thread = new Worker(new URL('cli-thread.ts', import.meta.url));
  // It ends with whoever started it.
  thread.unref();
  return thread;
};

/**
 * Runs `lifeguard` to its end in a thread, as it was built before the tests; nobody is at the terminal. What ends a
 * process, an error that nobody catches for instance, rejects.
 */
export const runCli = async (args: readonly string[], environment: Environment = {}): Promise<CliRun> => {
  const thread = idle.pop() ?? aThread();
  const run = await new Promise<CliRun>((resolve, reject) => {
    const exited = (code: number) => reject(new Error(`The command ended its process, with ${code}.`));
    thread.once('error', reject).once('exit', exited);
    thread.once('message', (answer: CliRun) => {
      thread.off('error', reject).off('exit', exited);
      resolve(answer);
    });
    thread.postMessage({ args, environment: { ...ownEnvironment, ...environment } } satisfies CliCall);
  });
  idle.push(thread);
  return run;
};
