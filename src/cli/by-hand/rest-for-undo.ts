import { after, day } from '../../history/times.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { AtTheDesk } from '../at-the-desk.ts';
import { askOfPool } from '../desk/ask-of-pool.ts';
import type { Deed } from './carry-out.ts';

/** How long rules rest on a pool after an undo. */
const restLasts = day;

/** The rest of rules on a pool, before and after the write that needs it. */
export interface Rest extends Required<Pick<Deed, 'prepare' | 'takeBack'>> {
  readonly rules: readonly string[];
  /** ISO 8601 UTC. */
  readonly until: string;
}

/**
 * Has the rules rest that an undo goes against, before anything is written: else Lifeguard would put it right again
 * at once. Where nothing is written after all, they don't rest any more.
 * @returns undefined where there are none
 */
export const restForUndo = (
  at: Pick<AtTheDesk, 'desk' | 'signed'>,
  pool: PoolRef,
  rules: readonly string[],
  outcome: string,
): Rest | undefined => {
  if (rules.length === 0) return undefined;
  const request = at.signed();
  const rest = { kind: 'rest', rules, outcome } as const;
  const until = after(request.at, restLasts);
  return {
    ...{ rules, until },
    prepare: () => askOfPool(at, pool, { ...request, ...rest, until }),
    takeBack: async () => {
      const again = at.signed();
      // Requests are taken in by their time, and this one must come second.
      const time = again.at > request.at ? again.at : after(request.at, 1);
      await askOfPool(at, pool, { ...again, at: time, ...rest, until: time });
    },
  };
};
