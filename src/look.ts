import type { Cause } from './change/cause.ts';
import { distinctCauses } from './change/distinct-causes.ts';
import type { PoolRef } from './pool/pool-ref.ts';
import type { PoolSnapshot } from './pool/pool-snapshot.ts';
import { judge, type Look } from './remediation/look.ts';
import type { OutcomeFrame } from './remediation/make-outcome.ts';
import type { World } from './world.ts';

/** Why an outcome has no look behind it. */
export const goneReason = 'There is no such user pool, or no longer.';

/** Looks at a pool and holds it against policy; undefined where it is gone. @throws PoolUnreachableError */
export const lookAt = async (world: World, pool: PoolRef): Promise<Look | undefined> => {
  const read = await world.pools.read(pool);
  return read.kind === 'gone' ? undefined : judgeFor(world, read.snapshot);
};

/** Holds a snapshot against the world's policies, today. */
export const judgeFor = ({ policies, mode, now, planOptions }: World, snapshot: PoolSnapshot): Look =>
  judge(snapshot, policies, { ...planOptions, ceiling: mode, today: now().toISOString().slice(0, 10) });

/** Begins a look, now. @returns what all its outcomes share; `endedAt` is the time at which it is asked for */
export const beginLook = (
  { now, newId, policies }: World,
  pool: PoolRef,
  triggers: readonly Cause[],
  id: string = newId(),
): (() => OutcomeFrame) => {
  const startedAt = now().toISOString();
  const why = distinctCauses(triggers);
  return () => ({ id, pool, ...why, policyDigest: policies.digest, startedAt, endedAt: now().toISOString() });
};
