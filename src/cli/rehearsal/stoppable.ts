import { setTimeout } from 'node:timers/promises';
import { printError } from '../terminal/print.ts';

/** Somebody typed Ctrl-C. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** Has Ctrl-C stop what is done, so that what was made can be taken away; typed twice, it ends the process at once. */
export interface Stoppable {
  /** @throws StoppedError where somebody has asked to stop */
  readonly proceed: () => void;
  /** Waits, or rejects with StoppedError as soon as somebody asks. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** From here on Ctrl-C ends the process again. */
  readonly end: () => void;
}

/** @param onTwice told before the process ends at once */
export const listenForStop = (onTwice: () => void): Stoppable => {
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) {
      onTwice();
      process.exit(130);
    }
    printError('\nStops here, and deletes the pool. Ctrl-C again ends at once, and leaves it.');
    stop.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    proceed: () => {
      if (stop.signal.aborted) throw new StoppedError('Stopped.');
    },
    wait: async (milliseconds) => {
      await setTimeout(milliseconds, undefined, { signal: stop.signal }).catch(() => {
        throw new StoppedError('Stopped.');
      });
    },
    end: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
};
