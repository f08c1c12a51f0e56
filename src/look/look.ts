import type { Cause } from '../change/cause.ts';
import { distinctCauses } from '../change/distinct-causes.ts';
import { ownersKnown } from '../history/owners-known.ts';
import type { Past } from '../history/past.ts';
import type { PoolHistory } from '../history/pool-history.ts';
import { recall } from '../history/recall.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import { judge, type Look } from '../remediation/look.ts';
import type { OutcomeFrame } from '../remediation/make-outcome.ts';
import type { World } from '../world.ts';

/** Looks at a pool and holds it against policy; undefined where it is gone. @throws PoolUnreachableError */
export const lookAt = async (world: World, pool: PoolRef, past: Past): Promise<Look | undefined> => {
  const read = await world.pools.read(pool);
  return read.kind === 'gone' ? undefined : judgeFor(world, past, read.snapshot);
};

/**
 * Holds a snapshot against the world's policies, today, with what the past has a say in.
 * @param restoresTier false where a tier that the pool has come down from can't be had again
 */
export const judgeFor = (
  { policies, mode, now, planOptions }: World,
  past: Past,
  snapshot: PoolSnapshot,
  restoresTier = true,
): Look => {
  const today = now().toISOString().slice(0, 10);
  const { tierBefore, ...options } = { ...planOptions, ...recall(past, policies, snapshot) };
  const tier = restoresTier && tierBefore !== undefined ? { tierBefore } : {};
  return judge(snapshot, policies, { ...options, ...tier, ceiling: mode, today });
};

/**
 * Begins a look, now.
 * @param history what is remembered of the pool, for who owns it
 * @returns what all its outcomes share; `endedAt` is the time at which it is asked for
 */
export const beginLook = (
  { now, newId, policies }: World,
  pool: PoolRef,
  triggers: readonly Cause[],
  {
    id = newId(),
    startedAt = now().toISOString(),
    omitted = 0,
    history,
  }: {
    readonly id?: string;
    readonly startedAt?: string;
    readonly omitted?: number;
    readonly history?: PoolHistory | undefined;
  } = {},
): (() => OutcomeFrame) => {
  const { causes, causesOmitted = 0 } = distinctCauses(triggers);
  const more = causesOmitted + omitted;
  const why = { causes, ...(more > 0 && { causesOmitted: more }) };
  const owners = ownersKnown(history, policies, pool, startedAt);
  return () => ({
    id,
    pool,
    owners,
    ...why,
    policyDigest: policies.digest,
    startedAt,
    endedAt: now().toISOString(),
  });
};
