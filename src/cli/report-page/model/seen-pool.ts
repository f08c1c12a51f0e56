import type { AskedCause } from '../../../change/cause.ts';
import type { Past } from '../../../history/past.ts';
import { takeInRequests } from '../../../history/take-in-requests.ts';
import type { Desk } from '../../../ledger/desk.ts';
import { beginLook, lookAt } from '../../../look/look.ts';
import { PoolUnreachableError } from '../../../pool/errors.ts';
import type { PoolRef } from '../../../pool/pool-ref.ts';
import { concludeLook } from '../../../remediation/conclude.ts';
import { outcomeOfGone } from '../../../remediation/make-outcome.ts';
import type { Outcome } from '../../../remediation/outcome.ts';
import type { World } from '../../../world.ts';
import { type PoolMemory, poolMemory } from '../../desk/pool-memory.ts';

/** A pool as a report has it: how it stands, or that nobody can say. */
export type SeenPool =
  | {
      readonly kind: 'seen';
      readonly pool: PoolRef;
      readonly outcome: Outcome;
      /** Ids of all rules that bind it and are checked, whether they hold or not. */
      readonly rules: readonly string[];
      /** Absent where there is no ledger, or nothing is remembered of the pool. */
      readonly memory?: PoolMemory;
    }
  | { readonly kind: 'unreadable'; readonly pool: PoolRef; readonly error: PoolUnreachableError };

/**
 * Looks at one pool as `consider` does, without claiming, writing or telling, and says too which rules hold.
 * @param desk what is remembered; without it nothing is known of the past
 * @returns `unreadable` where AWS doesn't let us read it: a report says so and goes on
 */
export const seePool = async (world: World, pool: PoolRef, desk?: Pick<Desk, 'pool'>): Promise<SeenPool> => {
  const now = world.now().toISOString();
  const causes: readonly AskedCause[] = [{ kind: 'asked', eventTime: now }];
  const remembered = await desk?.pool(pool);
  const history = takeInRequests(remembered?.history, remembered?.requests ?? []);
  const past: Past = { ...(history && { history }), causes, now, leavesDebt: false };
  const frame = beginLook(world, pool, causes, { history });
  try {
    const look = await lookAt(world, pool, past);
    return {
      kind: 'seen',
      pool,
      outcome: look ? concludeLook(frame(), look) : outcomeOfGone(frame()),
      rules: look?.evaluation.standing.map(({ rule }) => rule.id) ?? [],
      ...(remembered && { memory: poolMemory(pool, { ...remembered, ...(history && { history }) }, now) }),
    };
  } catch (error) {
    if (error instanceof PoolUnreachableError) return { kind: 'unreadable', pool, error };
    throw error;
  }
};
