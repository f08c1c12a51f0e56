import { hour, after as later, minute } from '../../src/history/times.ts';
import { withMember } from '../../src/remediation/request-tree.ts';
import { trailRecord } from '../../src/sandbox/cloud-trail.ts';
import { createEventBus } from '../../src/sandbox/event-bus.ts';
import { rulePatternFrom } from '../../src/sandbox/rule-pattern.ts';
import type { Habits } from '../../src/world.ts';
import { aPool } from './people/a-pool.ts';
import { accountId, region } from './world/cognito-in-time.ts';
import { lifeguardAtWork } from './world/lifeguard-at-work.ts';
import { policiesFor } from './world/policies-for.ts';
import { scheduled } from './world/scheduled.ts';
import { aStage, type Stage, start } from './world/stage.ts';

const callers = ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'];
const length = 'Policies.PasswordPolicy.MinimumLength';

/** Ten pools that are in order, after the first sweep. */
const tenPools = async (habits: Habits): Promise<Stage> => {
  const stage = aStage(1);
  const sound = { ...stage.chance, happens: () => false };
  for (let index = 0; index < 10; index += 1)
    stage.cognito.look('CreateUserPool', aPool(`pool-${index}`, sound));
  lifeguardAtWork(stage, await policiesFor([]), habits);
  stage.queues.send(stage.queues.wired('sweeps', region), JSON.stringify(scheduled));
  await stage.time.runUntil(later(start, hour));
  stage.observed.looks.clear();
  stage.observed.handed.length = 0;
  return stage;
};

/** So many calls for each pool by five callers, whose events come all at once ten seconds later. */
const burst = async (
  { time, cognito, queues, observed, newId }: Stage,
  eventsForEach: number,
): Promise<void> => {
  const bus = createEventBus(accountId, queues, newId);
  bus.addRule({
    name: 'calls',
    region,
    bus: 'default',
    pattern: await rulePatternFrom('serverless.yml'),
    queues: [queues.wired('pool-changes', region)],
    buses: [],
    isEnabled: true,
  });
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
        requested: [],
        moved: [],
        delivered: [time.now().getTime()],
        isDropped: false,
      });
    }
};

/**
 * The looks at a pool that the burst led to: the look again belongs to its write, and our own write's event comes by
 * itself and later.
 */
export const looksAt = ({ observed }: Stage, id: string): number => {
  const { looks, writes, handed } = observed;
  const echoes = handed.filter(
    ({ outcome }) =>
      outcome.pool?.id === id &&
      outcome.causes.length > 0 &&
      outcome.causes.every((cause) => cause.kind === 'call' && cause.actor.userAgent?.includes('lifeguard')),
  );
  return (looks.get(id) ?? 0) - writes.filter(({ pool }) => pool === id).length - echoes.length;
};

/**
 * A burst of calls for ten pools that were in order, and half an hour for Lifeguard.
 * @param isWeak true where it is the burst that weakens the pools
 */
export const burstOf = async (
  eventsForEach: number,
  habits: Habits,
  isWeak: boolean,
): Promise<{ readonly stage: Stage; readonly pools: readonly string[] }> => {
  const stage = await tenPools(habits);
  const { time, cognito } = stage;
  const pools = cognito.pools.list(region);
  for (const { id, settings } of isWeak ? pools : [])
    cognito.pools.overwriteSettings(region, id, withMember(settings, length, 8) as typeof settings);
  await time.runUntil(later(time.now().toISOString(), 10_000));
  await burst(stage, eventsForEach);
  await time.runUntil(later(time.now().toISOString(), 30 * minute));
  return { stage, pools: pools.map(({ id }) => id) };
};
