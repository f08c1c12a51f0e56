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
  let running: Running | undefined;
  const close = (): void => {
    running?.child.kill('SIGKILL');
    running = undefined;
  };
  return {
    close,
    read: async (text, options = {}) => {
      running ??= await started(reader, mode);
      const reading = await answerOf(running, { text, ...options });
      // What it has left behind must not break what is read next.
      if (reading.kind === 'broken') close();
      return reading;
    },
  };
};

interface Running {
  readonly child: ChildProcess;
  /** What it has written to standard error. */
  readonly complaint: () => string;
}

/** @throws Error where the reader can't be loaded */
const started = async (reader: ReaderName, mode: 'guided' | 'plain'): Promise<Running> => {
  const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), [reader, mode], {
    execArgv: [`--max-old-space-size=${mostHeap}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk}`.slice(-4000);
  });
  // Where a text is sent to a process that has ended, its end is what counts.
  child.on('error', () => undefined);
  const [answer] = await Promise.race([once(child, 'message'), once(child, 'close')]);
  if (answer !== 'ready') throw new Error(`The reader ${reader} can't be loaded: ${complaint}`);
  return { child, complaint: () => complaint };
};

const answerOf = ({ child, complaint }: Running, asked: Asked): Promise<Reading> =>
  new Promise((resolve) => {
    const finish = (reading: Reading) => {
      clearTimeout(timer);
      child.off('message', finish).off('close', gone);
      resolve(reading);
    };
    const gone = () => finish({ kind: 'broken', how: 'ended the process', what: errorIn(complaint()) });
    const timer = setTimeout(
      () => finish({ kind: 'broken', how: 'never ended', what: `It was ended after ${patience / 1000} s.` }),
      patience,
    );
    if (child.exitCode !== null || child.signalCode !== null) {
      gone();
      return;
    }
    child.once('message', finish).once('close', gone);
    child.send(asked);
  });

/** The line of a process's last words that says what was wrong. */
const errorIn = (complaint: string): string =>
  complaint.split('\n').find((line) => /^(FATAL ERROR|\w*Error):/.test(line)) ?? complaint;
