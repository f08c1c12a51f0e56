import type { Chance } from './chance.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Weather } from './weather.ts';

/** The life of one process: one invocation of a function. When it is over, none of its later steps happens. */
export interface Life {
  readonly isOver: () => boolean;
  /** Resolves when the process is gone before its end. */
  readonly gone: Promise<void>;
  end(at: string): void;
  /** It came to its end by itself. */
  complete(): void;
  /**
   * Takes a step: something that leaves the process and comes back. The process may be gone before it or after it, and
   * then this never resolves, though what was under way has its effect all the same.
   */
  step<Result>(name: string, act: () => Promise<Result>): Promise<Result>;
}

/** What no process waits for in vain: it is gone. */
const never = <Result>(): Promise<Result> => new Promise(() => {});

/** @param died told where each process was when it was gone */
export const lifeIn = (
  time: VirtualTime,
  chance: Chance,
  weather: Weather,
  died: (step: string) => void,
): Life => {
  let isOver = false;
  let over: () => void = () => {};
  const gone = new Promise<void>((resolve) => {
    over = resolve;
  });
  const end = (at: string): void => {
    if (isOver) return;
    isOver = true;
    died(at);
    over();
  };
  // Not only between two steps: what a process has sent may arrive after its end.
  if (chance.happens(weather.share('crashAnywhere')))
    time.after(chance.between(0, 1500), () => end('at any moment'));
  return {
    isOver: () => isOver,
    gone,
    end,
    complete: () => {
      isOver = true;
    },
    step: async (name, act) => {
      if (!isOver && chance.happens(weather.share('crash'))) end(`before ${name}`);
      if (isOver) return never();
      const settled = await act().then(
        (value) => () => value,
        (error: unknown) => () => {
          throw error;
        },
      );
      if (!isOver && chance.happens(weather.share('crash'))) end(`after ${name}`);
      return isOver ? never() : settled();
    },
  };
};
