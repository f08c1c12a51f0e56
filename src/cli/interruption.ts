import { printError } from './terminal/print.ts';
/** Whether somebody has typed Ctrl-C since. */
export interface Interruption {
  readonly isAsked: () => boolean;
  /** From here on Ctrl-C ends the process again. */
  readonly end: () => void;
}

/** Has Ctrl-C end what is done between two steps, and not in the middle of one; typed twice, it ends at once. */
export const listenForInterruption = (): Interruption => {
  const asked = { is: false };
  const onSignal = (): void => {
    asked.is = true;
    printError('\nStops after this pool. Ctrl-C again stops at once.');
  };
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  return {
    isAsked: () => asked.is,
    end: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
};
