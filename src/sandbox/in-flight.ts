/** Counts what has begun and not ended, so that others can wait for quiet without a clock. */
export interface InFlight {
  /** Runs a piece of work and counts it until it ends; what it throws is its own affair to report. */
  run(work: () => Promise<void>): void;
  /** Resolves when nothing is in flight, at once if nothing is. */
  settled(): Promise<void>;
}

/** Nothing in flight yet. */
export function createInFlight(): InFlight {
  let running = 0;
  let waiting: (() => void)[] = [];
  const ended = () => {
    running -= 1;
    if (running > 0) return;
    for (const wake of waiting) wake();
    waiting = [];
  };
  return {
    run: (work) => {
      running += 1;
      void work().then(ended, ended);
    },
    settled: async () => {
      while (running > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}
