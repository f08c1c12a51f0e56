import type { Pace } from '../../sweep/pace.ts';

/** The clock, in milliseconds, and waiting. */
export interface Time {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Lets so many pass in every stretch of time, wherever it begins, and no more.
 * @returns resolves when it is the caller's turn
 */
export const pacer = ({ looks, seconds }: Pick<Pace, 'looks' | 'seconds'>, { now, wait }: Time) => {
  /** When the last turns began or will begin. */
  const turns: number[] = [];
  return async (): Promise<void> => {
    const time = now();
    const before = turns.length < looks ? undefined : turns.shift();
    const turn = before === undefined ? time : Math.max(time, before + seconds * 1000);
    turns.push(turn);
    if (turn > time) await wait(turn - time);
  };
};
