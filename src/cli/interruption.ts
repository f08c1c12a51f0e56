import { printError } from './terminal/print.ts';
/** Whether somebody has typed Ctrl-C since. */
export interface Interruption {
  readonly isAsked: () => boolean;
  /** From here on Ctrl-C ends the process again. */
  readonly end: () => void;
}

/**
 * Has Ctrl-C end what is done between two steps, and not in the middle of one; typed twice, it ends at once.
 * @param cutOff what has to be said where it ends in the middle of a step; nothing, if not said
 */
export const listenForInterruption = (cutOff: () => readonly string[] = () => []): Interruption => {
  let isAsked = false;
  const end = (): void => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    if (!isAsked) {
      isAsked = true;
      printError('\nStops after what is under way. Ctrl-C again stops at once.');
      return;
    }
    for (const line of cutOff()) printError(line);
    end();
    process.kill(process.pid, signal);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return { isAsked: () => isAsked, end };
};
