import { after, day } from '../../history/times.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { AtTheDesk } from '../at-the-desk.ts';
import { askOfPool } from '../desk/ask-of-pool.ts';
import type { Deed } from './carry-out.ts';

/** How long rules rest on a pool after an undo. */
const restLasts = day;

/**
 * Has the rules rest that an undo goes against, before anything is written: else Lifeguard would put it right again
 * at once. Where nothing is written after all, they don't rest any more.
 */
export const restForUndo = (
  at: Pick<AtTheDesk, 'desk' | 'signed'>,
  pool: PoolRef,
  rules: readonly string[],
  outcome: string,
): Pick<Deed, 'prepare' | 'takeBack'> => {
  if (rules.length === 0) return {};
  const request = at.signed();
  const rest = { kind: 'rest', rules, outcome } as const;
  return {
    prepare: () => askOfPool(at, pool, { ...request, ...rest, until: after(request.at, restLasts) }),
    takeBack: async () => {
      const again = at.signed();
      // Requests are taken in by their time, and this one must come second.
      const time = again.at > request.at ? again.at : after(request.at, 1);
      await askOfPool(at, pool, { ...again, at: time, ...rest, until: time });
    },
  };
};
