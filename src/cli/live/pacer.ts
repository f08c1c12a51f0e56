import type { Pace } from '../../sweep/pace.ts';

/** The clock, in milliseconds, and waiting. */
export interface Time {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Lets so many pass in every stretch of time, wherever it begins, and no more.
 * @returns resolves when it is the turn of the caller, who may need several at once
 */
export const pacer = ({ looks, seconds }: Pick<Pace, 'looks' | 'seconds'>, { now, wait }: Time) => {
  /** When the last turns began or will begin. */
  const turns: number[] = [];
  const nextTurn = (many: number, time: number): number => {
    const before = turns[turns.length - looks + many - 1];
    const turn = before === undefined ? time : Math.max(time, before + seconds * 1000);
    turns.push(...Array.from({ length: many }, () => turn));
    turns.splice(0, turns.length - looks);
    return turn;
  };
  return async (many = 1): Promise<void> => {
    const time = now();
    let turn = time;
    // Whoever needs more than a stretch has comes when the last of them would.
    for (let left = many; left > 0; left -= looks) turn = nextTurn(Math.min(left, looks), turn);
    if (turn > time) await wait(turn - time);
  };
};
