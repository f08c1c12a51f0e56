import { after, hour, minute } from '../../src/history/times.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { PoolSnapshot } from '../../src/pool/pool-snapshot.ts';
import { aPool } from './people/a-pool.ts';
import { letPeopleWork } from './people/at-work.ts';
import { type Scale, scaleOf } from './scale.ts';
import { accountId, region } from './world/cognito-in-time.ts';
import { lifeguardAtWork } from './world/lifeguard-at-work.ts';
import { policiesFor } from './world/policies-for.ts';
import { scheduled } from './world/scheduled.ts';
import { snapshotOf } from './world/snapshot-of.ts';
import { aStage, type Stage, start } from './world/stage.ts';

/** A run that is over, for whoever judges it. */
export interface Run {
  readonly seed: number;
  readonly stage: Stage;
  readonly policies: PolicySet;
  /** The pools that were there when Lifeguard came, by id. */
  readonly first: ReadonlyMap<string, PoolSnapshot>;
  /** When the people stopped and the faults with them. */
  readonly calmAt: string;
  readonly sweeps: number;
}

/** Lets people, Lifeguard and the faults at each other, and then everything come to rest. */
export const runSeed = async (seed: number, scale: Scale = scaleOf('long')): Promise<Run> => {
  const stage = aStage(seed);
  const { time, chance, weather, cognito, queues } = stage;
  for (let index = 0; index < scale.pools; index += 1)
    cognito.look('CreateUserPool', aPool(`pool-${index}`, chance));
  const first = new Map(cognito.pools.list(region).map((pool) => [pool.id, snapshotOf(pool, time.now())]));
  const policies = await policiesFor(
    [...first.keys()].slice(0, 3).map((id) => poolRef(accountId, region, id).arn),
  );
  await time.runUntil(after(start, 24 * hour));
  lifeguardAtWork(stage, policies, { settleSeconds: 20, leavesDebt: true });
  let sweeps = 0;
  const sweep = (): void => {
    sweeps += 1;
    queues.send(queues.wired('sweeps', region), JSON.stringify(scheduled));
    time.after(hour, sweep);
  };
  sweep();
  // The first sweep is over before anybody does anything.
  await time.runUntil(after(time.now().toISOString(), 30 * minute));

  weather.storm();
  const calmAt = after(time.now().toISOString(), scale.hours * hour);
  letPeopleWork(stage, scale, calmAt);
  await time.runUntil(calmAt);

  weather.calm();
  await time.runUntil(after(calmAt, scale.quietHours * hour));
  return { seed, stage, policies, first, calmAt, sweeps };
};
