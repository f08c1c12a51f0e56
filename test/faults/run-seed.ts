import { after, hour, minute } from '../../src/history/times.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { PoolSnapshot } from '../../src/pool/pool-snapshot.ts';
import { aPool } from './people/a-pool.ts';
import { afflict } from './people/afflict.ts';
import { doSomething } from './people/developer.ts';
import { meddle } from './people/meddler.ts';
import { askSomething } from './people/operator.ts';
import { aPerson } from './people/person.ts';
import { insist, insistDaily } from './people/pipeline.ts';
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
  const isOver = () => time.now().toISOString() >= calmAt;
  const people = ['Developer', 'Deployer', 'Contractor'].map((name) => aPerson(stage, name));
  const busily = async (perHour: number, act: () => Promise<unknown>): Promise<void> => {
    for (;;) {
      await time.wait(-Math.log(1 - chance.fraction()) * (hour / perHour));
      if (isOver()) return;
      void act();
    }
  };
  void busily(scale.changesPerHour, () => doSomething(stage, chance.pick(people)));
  void busily(0.4, () => askSomething(stage));
  void busily(0.3, async () => {
    const trouble = chance.pick([
      'ledger',
      'topic',
      'queue',
      'readFails',
      'readFails',
      'throttle',
      'conflict',
    ] as const);
    const isLong = trouble === 'topic' || trouble === 'readFails';
    const pool = trouble === 'readFails' ? chance.pick(cognito.pools.list(region)).id : undefined;
    weather.outage(trouble, isLong ? chance.between(10, 90) : chance.between(1, 12), pool);
  });
  const stacks = { invokedBy: 'cloudformation.amazonaws.com' };
  const contested = cognito.pools.list(region).slice(3, 3 + scale.wars);
  for (const [index, { id }] of contested.entries()) {
    const pipeline = aPerson(stage, `Pipeline${index}`, stacks);
    time.after(chance.between(0, scale.hours / 2) * hour, () => {
      const until = after(time.now().toISOString(), chance.between(3, 20) * hour);
      void insist(stage, pipeline, id, until < calmAt ? until : calmAt);
    });
  }
  const nightly = aPerson(stage, 'Nightly', stacks);
  for (const { id } of cognito.pools.list(region).slice(3 + scale.wars, 4 + scale.wars))
    void insistDaily(stage, nightly, id, calmAt);
  const meddler = aPerson(stage, 'Meddler');
  stage.onPlan.push((pool) => {
    if (!isOver() && chance.happens(0.15)) meddle(stage, meddler, pool);
  });
  void busily(0.3, () => afflict(stage));
  const [spoiled] = cognito.pools.list(region).slice(-1);
  if (spoiled) cognito.pools.setConditions(region, spoiled.id, { smsRole: 'no-trust' });
  await time.runUntil(calmAt);

  weather.calm();
  await time.runUntil(after(calmAt, scale.quietHours * hour));
  return { seed, stage, policies, first, calmAt, sweeps };
};
