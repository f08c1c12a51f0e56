import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ReaderName } from '../readers/readers.ts';
import type { Asked } from './child.ts';
import type { Reading } from './reading.ts';

/** A reader in a process of its own, which is ended where it doesn't end by itself. */
export interface WatchedProcess {
  read(text: string, options?: Pick<Asked, 'profiled'>): Promise<Reading>;
  close(): void;
}

/** In megabytes: half of what the largest function has, and more than one text can need. */
const mostHeap = 256;

/** In milliseconds of the clock: others may have the processor. */
const patience = 30_000;

/** @param mode `guided` says what of the code ran, which takes three times as long */
export const watchedProcess = (reader: ReaderName, mode: 'guided' | 'plain'): WatchedProcess => {
  let child: ChildProcess | undefined;
  const started = async (): Promise<ChildProcess> => {
    const begun = fork(fileURLToPath(new URL('child.ts', import.meta.url)), [reader, mode], {
      execArgv: [`--max-old-space-size=${mostHeap}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    await once(begun, 'message');
    return begun;
  };
  const close = (): void => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  return {
    close,
    read: async (text, options = {}) => {
      child ??= await started();
      const reading = await answerOf(child, { text, ...options });
      // What it has left behind must not break what is read next.
      if (reading.kind === 'broken') close();
      return reading;
    },
  };
};

const answerOf = (child: ChildProcess, asked: Asked): Promise<Reading> =>
  new Promise((resolve) => {
    let complaint = '';
    const complain = (chunk: Buffer) => {
      complaint = `${complaint}${chunk}`.slice(0, 2000);
    };
    const finish = (reading: Reading) => {
      clearTimeout(timer);
      child.stderr?.off('data', complain);
      child.off('message', finish).off('exit', gone);
      resolve(reading);
    };
    const gone = () => finish({ kind: 'broken', how: 'ended the process', what: errorIn(complaint) });
    const timer = setTimeout(
      () => finish({ kind: 'broken', how: 'never ended', what: `It was ended after ${patience / 1000} s.` }),
      patience,
    );
    child.stderr?.on('data', complain);
    child.once('message', finish).once('exit', gone);
    child.send(asked);
  });

/** The line of a process's last words that says what was wrong. */
const errorIn = (complaint: string): string =>
  complaint.split('\n').find((line) => /error/i.test(line)) ?? complaint;
