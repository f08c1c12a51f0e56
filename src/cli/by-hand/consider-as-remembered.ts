import type { AskedCause } from '../../change/cause.ts';
import { contestedIn } from '../../history/contested.ts';
import { type Hold, holdOf } from '../../history/hold.ts';
import type { Past } from '../../history/past.ts';
import type { Pause } from '../../history/pool-request.ts';
import { takeInRequests } from '../../history/take-in-requests.ts';
import type { Desk } from '../../ledger/desk.ts';
import { beginLook, lookAt } from '../../look/look.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import { concludeLook } from '../../remediation/conclude.ts';
import type { Look } from '../../remediation/look.ts';
import { outcomeOfGone } from '../../remediation/make-outcome.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import type { World } from '../../world.ts';

/** A pool, and what would be done to it. */
export interface Considered {
  readonly pool: PoolRef;
  readonly outcome: Outcome;
  /** There where the plan would wait all the same. */
  readonly hold?: Hold;
  /** What was seen and planned; absent where the pool is gone. */
  readonly look?: Look;
}

/** What is remembered, for whoever only reads it. */
export interface Memory {
  readonly desk: Pick<Desk, 'pool'>;
  readonly pauses: readonly Pause[];
  /** True where a deployment goes by it: what it has never seen is debt to it, and to nobody else. */
  readonly isDeployed: boolean;
}

/**
 * What `enforce` would do now, without claiming, writing or telling.
 * @param memory has its say; nothing is remembered, if not said
 */
export const considerAsRemembered = async (
  world: World,
  pool: PoolRef,
  memory?: Memory,
): Promise<Considered> => {
  const now = world.now().toISOString();
  const causes: readonly AskedCause[] = [{ kind: 'asked', eventTime: now }];
  const remembered = await memory?.desk.pool(pool);
  const history = takeInRequests(remembered?.history, remembered?.requests ?? []);
  const { settleSeconds } = world.habits;
  const leavesDebt = world.habits.leavesDebt && (history !== undefined || memory?.isDeployed === true);
  const past: Past = { ...(history && { history }), causes, now, leavesDebt };
  const frame = beginLook(world, pool, causes, { history });
  const look = await lookAt(world, pool, past);
  if (!look) return { pool, outcome: outcomeOfGone(frame()) };
  const breaker = history?.breaker;
  const hold =
    look.plan.calls.length === 0
      ? undefined
      : holdOf(past, look.evaluation, {
          pauses: memory?.pauses ?? [],
          pool: pool.arn,
          breaker,
          contested: contestedIn(history?.undoings),
          changes: look.plan.changes,
          settleSeconds,
          now,
        });
  return { pool, look, outcome: concludeLook(frame(), look), ...(hold && { hold }) };
};
