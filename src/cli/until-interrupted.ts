const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Resolves at Ctrl-C, when the terminal is closed, or when the process is asked to end. Asked again, it ends at once,
 * as `exit` and not as killed, so that what goes with the process still goes.
 */
export const untilInterrupted = (): Promise<void> =>
  new Promise((resolve) => {
    const asked = { is: false };
    for (const signal of signals)
      process.on(signal, () => {
        if (asked.is) process.exit(130);
        asked.is = true;
        resolve();
      });
  });
