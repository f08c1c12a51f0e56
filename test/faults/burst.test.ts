import { describe, expect, it } from 'vitest';
import { after, hour, minute } from '../../src/history/times.ts';
import { trailRecord } from '../../src/sandbox/cloud-trail.ts';
import { createEventBus } from '../../src/sandbox/event-bus.ts';
import { rulePatternFrom } from '../../src/sandbox/rule-pattern.ts';
import type { Habits } from '../../src/world.ts';
import { aPool } from './people/a-pool.ts';
import { weakenings } from './people/edits.ts';
import { aPerson, update } from './people/person.ts';
import { accountId, region } from './world/cognito-in-time.ts';
import { lifeguardAtWork } from './world/lifeguard-at-work.ts';
import { policiesFor } from './world/policies-for.ts';
import { aStage, type Stage, start } from './world/stage.ts';

const callers = ['One', 'Two', 'Three', 'Four', 'Five'];
const eventsForEach = 1000;

/** Ten pools that are in order, after the first sweep. */
const tenPools = async (habits: Habits): Promise<Stage> => {
  const stage = aStage(1);
  const sound = { ...stage.chance, happens: () => false };
  for (let index = 0; index < 10; index += 1)
    stage.cognito.look('CreateUserPool', aPool(`pool-${index}`, sound));
  lifeguardAtWork(stage, await policiesFor([]), habits);
  const sweep = { source: 'aws.events', 'detail-type': 'Scheduled Event' };
  stage.queues.send(stage.queues.wired('sweeps', region), JSON.stringify(sweep));
  await stage.time.runUntil(after(start, hour));
  stage.observed.looks.clear();
  stage.observed.handed.length = 0;
  return stage;
};

/** A thousand events for each pool, of five callers, all at once. */
const burst = async ({ time, cognito, queues, newId }: Stage): Promise<void> => {
  const bus = createEventBus(accountId, queues, newId);
  bus.addRule(await rulePatternFrom('serverless.yml'), queues.wired('pool-changes', region));
  const answer = { kind: 'answered', body: {} } as const;
  for (let index = 0; index < eventsForEach; index += 1)
    for (const { id } of cognito.pools.list(region)) {
      const name = callers[index % callers.length] ?? '';
      const call = {
        service: 'cognito-idp',
        operation: 'UpdateUserPool',
        region,
        accessKeyId: `AKIA${name.toUpperCase()}`,
        identity: cognito.identities.of(`AKIA${name.toUpperCase()}`),
        userAgent: name,
        sourceIpAddress: '203.0.113.7',
        requestId: newId(),
        at: time.now(),
        input: { UserPoolId: id },
      } as const;
      bus.deliver(trailRecord(call, answer, call.input, { eventId: newId(), accountId }), call.at, 1);
    }
};

describe.each([
  ['that settle for 20 seconds', 20],
  ['that settle at once', 0],
])('10,000 events for ten pools %s', (_, settleSeconds) => {
  it.each([
    ['in order', false],
    ['weakened', true],
  ])('make at most three looks at a pool that is %s, and lose no caller', async (__, isWeak) => {
    const stage = await tenPools({ settleSeconds, leavesDebt: true });
    const { time, cognito, observed, queues } = stage;
    const people = callers.map((name) => aPerson(stage, name));
    for (const { id } of cognito.pools.list(region)) {
      const [first] = people;
      if (isWeak && first) void update(stage, first, id, weakenings.slice(0, 1));
    }
    await time.runUntil(after(time.now().toISOString(), 10_000));
    await burst(stage);

    await time.runUntil(after(time.now().toISOString(), 30 * minute));

    const pools = cognito.pools.list(region);
    expect(pools.map(({ id }) => observed.looks.get(id) ?? 0).filter((looks) => looks > 3)).toEqual([]);
    expect(queues.wired('pool-changes', region).messages()).toEqual([]);
    expect(queues.wired('pool-changes-dead-letters', region).messages()).toEqual([]);
    for (const { id } of pools) {
      const outcomes = observed.handed.flatMap(({ outcome }) => (outcome.pool?.id === id ? [outcome] : []));
      const named = outcomes.flatMap(({ causes }) => causes.flatMap((each) => (each.kind === 'call' ? [each] : [])));
      expect(new Set(named.map(({ actor }) => actor.userAgent))).toEqual(
        expect.objectContaining(new Set(callers)),
      );
    }
  });
});
