import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import type { Pools } from '../pool/pools.ts';
import type { Look } from './look.ts';
import { isInPlace } from './open-outcome.ts';
import type { Refusal } from './refusal.ts';
import { refusalOfAws } from './refusals/refusal-of-aws.ts';

/** What applying a plan needs of the world. */
export interface ApplyTools {
  readonly pools: Pools;
  readonly judge: (snapshot: PoolSnapshot) => Look;
  /** Stores plan and pre-image; nothing is written before it has. */
  readonly remember: (look: Look) => Promise<void>;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** How a plan ended, with the last look taken. */
export type Applied =
  | { readonly kind: 'written'; readonly before: Look; readonly after: Look; readonly fixedAt: string }
  | { readonly kind: 'not-needed'; readonly after: Look }
  | { readonly kind: 'refused'; readonly after: Look; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly before: Look; readonly after: Look; readonly reason: string }
  | { readonly kind: 'gone' };

/** A write that is older than its look by more than this could undo somebody's change: look again first. */
const staleAfter = 300;

/** Writes that AWS answers with a conflict are tried this often, each with a new look and a new plan. */
const attempts = 5;

/**
 * Carries out a plan: remember, write, look again. Every retry begins with a look and a new plan, because
 * UpdateUserPool has no conditional write and an old body would undo what came in between.
 * @throws PoolUnreadableError where the pool can't be looked at
 */
export const apply = async (tools: ApplyTools, first: Look, outcomeId: string): Promise<Applied> => {
  let look = first;
  let obstacle = '';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) {
      await tools.wait(backOff(attempt, outcomeId));
      const seen = await lookAgain(tools, look);
      if (!seen) return { kind: 'gone' };
      // A lost answer can hide a write that took effect.
      if (obstacle.startsWith('unknown') && isInPlace(look.plan.changes, seen.snapshot))
        return { kind: 'written', before: look, after: seen, fixedAt: seen.snapshot.takenAt };
      look = seen;
    }
    const ready = await rememberFresh(tools, look);
    if (!ready) return { kind: 'gone' };
    look = ready;
    const { pool } = look.snapshot;
    if (!look.plan.request) return { kind: 'not-needed', after: look };
    const result = await tools.pools.update(pool, look.plan.request, outcomeId);
    if (result.kind === 'written') return verify(tools, look);
    if (result.kind === 'gone') return { kind: 'gone' };
    if (result.kind === 'denied' || result.kind === 'refused')
      return { kind: 'refused', after: look, refusal: refusalOfAws(result, pool, look.plan) };
    obstacle = `${result.kind === 'unknown' ? 'unknown result' : 'contended'}: ${result.error}`;
  }
  return { kind: 'failed', before: look, after: look, reason: `${obstacle}, ${attempts} times in a row` };
};

/** 1, 2, 4, 8 s, each less up to a quarter by the outcome's id, so that two of us don't meet again. */
const backOff = (attempt: number, outcomeId: string): number => {
  const seed = [...outcomeId].reduce(
    (sum, character) => (sum * 31 + character.charCodeAt(0)) % 1000,
    attempt,
  );
  return Math.round(1000 * 2 ** (attempt - 1) * (1 - seed / 4000));
};

/** Remembers the plan, and looks again where that took so long that the look is stale. */
const rememberFresh = async (tools: ApplyTools, look: Look): Promise<Look | undefined> => {
  let fresh = look;
  for (let tries = 0; tries < attempts; tries += 1) {
    if (!fresh.plan.request) return fresh;
    await tools.remember(fresh);
    if (tools.now().getTime() - Date.parse(fresh.snapshot.takenAt) <= staleAfter) return fresh;
    const again = await lookAgain(tools, fresh);
    if (!again) return undefined;
    if (JSON.stringify(again.plan.request) === JSON.stringify(fresh.plan.request)) return again;
    fresh = again;
  }
  return fresh;
};

const lookAgain = async (tools: ApplyTools, { snapshot }: Look): Promise<Look | undefined> => {
  const read = await tools.pools.read(snapshot.pool);
  return read.kind === 'gone' ? undefined : tools.judge(read.snapshot);
};

/** Looks at once, then after 1 and 3 s, before calling a write without effect failed. */
const verify = async (tools: ApplyTools, before: Look): Promise<Applied> => {
  let after = before;
  for (const pause of [0, 1000, 2000]) {
    if (pause > 0) await tools.wait(pause);
    const seen = await lookAgain(tools, before);
    if (!seen) return { kind: 'gone' };
    after = seen;
    if (isInPlace(before.plan.changes, after.snapshot))
      return { kind: 'written', before, after, fixedAt: after.snapshot.takenAt };
  }
  return {
    kind: 'failed',
    before,
    after,
    reason: 'AWS accepted the change, but the pool does not show it after 3 s',
  };
};
