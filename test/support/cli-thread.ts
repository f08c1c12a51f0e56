import { parentPort } from 'node:worker_threads';
import type { CliRun } from './run-cli.ts';

/** What a thread is asked to run. */
export interface CliCall {
  readonly args: readonly string[];
  readonly environment: { readonly [name: string]: string };
}

const entry = new URL('../../dist/cli/lifeguard.mjs', import.meta.url).href;

/** Keeps what is written in place of writing it. */
const kept = (stream: NodeJS.WriteStream): { readonly text: () => string } => {
  let text = '';
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  };
  return { text: () => text };
};

/** As a process ends: once nothing is awaited any more. */
const nothingIsAwaited = async (): Promise<void> => {
  while (process.getActiveResourcesInfo().some((kind) => kind !== 'MessagePort'))
    await new Promise((resolve) => setTimeout(resolve, 1));
};

let runs = 0;

/**
 * Runs the built command in this thread, and tells what a process would have left. The entry file is loaded anew each
 * time; what that loads stays, which is nearly all of the time that a command takes to start.
 */
const run = async ({ args, environment }: CliCall): Promise<CliRun> => {
  process.env = { ...environment };
  process.argv = [process.execPath, 'lifeguard', ...args];
  process.exitCode = undefined;
  const stdout = kept(process.stdout);
  const stderr = kept(process.stderr);
  runs += 1;
  await import(`${entry}?run=${runs}`);
  await nothingIsAwaited();
  return { stdout: stdout.text(), stderr: stderr.text(), exit: Number(process.exitCode ?? 0) };
};

parentPort?.on('message', async (call: CliCall) => parentPort?.postMessage(await run(call)));
