import { describe, expect, it } from 'vitest';
import { after, hour, minute } from '../../src/history/times.ts';
import { trailRecord } from '../../src/sandbox/cloud-trail.ts';
import { createEventBus } from '../../src/sandbox/event-bus.ts';
import { rulePatternFrom } from '../../src/sandbox/rule-pattern.ts';
import type { Habits } from '../../src/world.ts';
import { aPool } from './people/a-pool.ts';
import { weakenings } from './people/edits.ts';
import { aPerson, update } from './people/person.ts';
import { callsAreNamed } from './promises/calls-are-named.ts';
import { accountId, region } from './world/cognito-in-time.ts';
import { lifeguardAtWork } from './world/lifeguard-at-work.ts';
import { policiesFor } from './world/policies-for.ts';
import { aStage, type Stage, start } from './world/stage.ts';

const callers = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'];
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

/** A thousand calls for each pool by five callers, whose events come all at once ten seconds later. */
const burst = async ({ time, cognito, queues, observed, newId }: Stage): Promise<void> => {
  const bus = createEventBus(accountId, queues, newId);
  bus.addRule(await rulePatternFrom('serverless.yml'), queues.wired('pool-changes', region));
  const at = new Date(time.now().getTime() - 10_000);
  for (let index = 0; index < eventsForEach; index += 1)
    for (const { id } of cognito.pools.list(region)) {
      const accessKeyId = `AKIA${callers[index % callers.length]}`;
      const call = {
        service: 'cognito-idp',
        operation: 'UpdateUserPool',
        region,
        accessKeyId,
        identity: cognito.identities.of(accessKeyId),
        userAgent: accessKeyId,
        sourceIpAddress: '203.0.113.7',
        requestId: newId(),
        at,
        input: { UserPoolId: id },
      } as const;
      const eventId = newId();
      const record = trailRecord(call, { kind: 'answered', body: {} }, call.input, { eventId, accountId });
      bus.deliver(record, at, 1);
      observed.calls.push({
        eventId,
        operation: call.operation,
        pool: id,
        at: at.getTime(),
        who: accessKeyId,
        isRegional: false,
        moved: [],
        delivered: [time.now().getTime()],
        isDropped: false,
      });
    }
};

describe.each([
  ['that settle for 20 seconds', 20],
  ['that settle at once', 0],
])('10,000 events for ten pools %s', (_, settleSeconds) => {
  it.each([
    ['in order', false],
    ['weakened', true],
  ])('make at most three looks at a pool that is %s, and lose no call', async (__, isWeak) => {
    const stage = await tenPools({ settleSeconds, leavesDebt: true });
    const { time, cognito, observed, queues } = stage;
    const pools = cognito.pools.list(region);
    const developer = aPerson(stage, 'Developer');
    for (const { id } of isWeak ? pools : []) void update(stage, developer, id, weakenings.slice(0, 1), 0);
    await time.runUntil(after(time.now().toISOString(), 10_000));

    await burst(stage);
    await time.runUntil(after(time.now().toISOString(), 30 * minute));

    expect(pools.map(({ id }) => observed.looks.get(id) ?? 0).filter((looks) => looks > 3)).toEqual([]);
    expect(queues.wired('pool-changes', region).messages()).toEqual([]);
    expect(queues.wired('pool-changes-dead-letters', region).messages()).toEqual([]);
    expect(callsAreNamed({ stage })).toEqual([]);
    expect(observed.writes).toHaveLength(isWeak ? 10 : 0);
  });
});
