import { setTimeout } from 'node:timers/promises';

/** What a deployment in a sandbox goes by. */
export interface Clock {
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** The clock on the wall. */
export const wallClock: Clock = {
  now: () => new Date(),
  wait: (milliseconds) => setTimeout(milliseconds),
};
