import type { RestingRule } from '../../history/pool-history.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { AtTheDesk } from '../at-the-desk.ts';
import { askOfPool } from './ask-of-pool.ts';

/**
 * Ends the rest of rules after undos, as of now.
 * @param resting those that rest on the pool
 */
export const endRest = async (
  at: Pick<AtTheDesk, 'desk' | 'signed'>,
  pool: PoolRef,
  resting: readonly RestingRule[],
): Promise<void> => {
  for (const [outcome, rules] of Map.groupBy(resting, (each) => each.outcome)) {
    const request = at.signed();
    await askOfPool(at, pool, {
      ...request,
      kind: 'rest',
      rules: rules.map(({ rule }) => rule),
      outcome,
      until: request.at,
    });
  }
};
