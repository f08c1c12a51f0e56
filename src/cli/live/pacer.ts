import { type Pace, readsPerSecond } from '../../sweep/pace.ts';

/** The clock, in milliseconds, and waiting. */
export interface Time {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** How many may begin at once after a pause: less than a second's share, and no more than the whole quota has room for. */
const burstOf = (looks: number): number =>
  Math.max(1, Math.min(Math.floor(looks), Math.floor(readsPerSecond / 2 - looks)));

/**
 * Lets looks begin at a pace, evenly once the first few have begun: the generic cell rate algorithm, as ITU-T I.371
 * has it.
 * @returns resolves when it is the turn of the caller, who may need several looks at once
 */
export const pacer = ({ looks }: Pick<Pace, 'looks'>, { now, wait }: Time) => {
  const interval = 1000 / looks;
  const tolerance = (burstOf(looks) - 1) * interval;
  /** When the next look would begin, were all of them even. */
  let expected = Number.NEGATIVE_INFINITY;
  return async (many = 1): Promise<void> => {
    const time = now();
    let turn = time;
    for (let left = many; left > 0; left -= 1) {
      turn = Math.max(turn, expected - tolerance);
      expected = Math.max(turn, expected) + interval;
    }
    if (turn > time) await wait(turn - time);
  };
};
