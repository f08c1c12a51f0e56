import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import type { WriteResult } from '../pool/pools.ts';
import type { Progress } from './applied.ts';
import type { ApplyTools } from './apply-tools.ts';
import type { Look } from './look.ts';

/** Milliseconds. A write whose look is older than this could undo somebody's change: then we look again first. */
const staleAfter = 300;

/** How often a plan is remembered anew where the pool changes each time. */
const mostRounds = 5;

/**
 * Remembers the plan, and looks again where that took so long that the look is stale.
 * @returns undefined where the pool is gone
 */
export const rememberFresh = async (
  tools: ApplyTools,
  look: Look,
  progress: Progress,
): Promise<Look | undefined> => {
  let fresh = look;
  for (let tries = 0; tries < mostRounds && fresh.plan.calls.length > 0; tries += 1) {
    await tools.remember(fresh, progress);
    if (!isStale(tools, fresh)) return fresh;
    const again = await lookAgain(tools, fresh);
    if (!again) return undefined;
    if (JSON.stringify(again.plan.calls) === JSON.stringify(fresh.plan.calls)) return again;
    fresh = again;
  }
  return fresh;
};

/**
 * True where a look is too old to write from, by its older answer: a retried GetUserPoolMfaConfig leaves the description
 * behind.
 */
export const isStale = ({ now }: ApplyTools, { snapshot }: Look): boolean =>
  now().getTime() - Date.parse(snapshot.answeredAt) > staleAfter;

const lookAgain = async (tools: ApplyTools, { snapshot }: Look): Promise<Look | undefined> => {
  const read = await tools.pools.read(snapshot.pool);
  return read.kind === 'gone' ? undefined : tools.judge(read.snapshot);
};

/**
 * After a write: at once, then after 1 and 3 s while it doesn't show. After an obstacle: once, when it may have passed.
 * @param shows true where the write is seen
 * @param pause how long to wait after an obstacle, in milliseconds
 * @returns undefined where the pool is gone
 */
export const lookAfter = async (
  tools: ApplyTools,
  look: Look,
  result: WriteResult,
  shows: (snapshot: PoolSnapshot) => boolean,
  pause: () => number,
): Promise<Look | undefined> => {
  let seen: Look | undefined;
  for (const wait of result.kind === 'written' ? [0, 1000, 2000] : [pause()]) {
    if (wait > 0) await tools.wait(wait);
    seen = await lookAgain(tools, look);
    if (!seen || shows(seen.snapshot)) return seen;
  }
  return seen;
};
