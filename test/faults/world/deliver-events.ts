import { requestedSettings } from '../../../src/pool/requested-settings.ts';
import { trailRecord } from '../../../src/sandbox/cloud-trail.ts';
import { createEventBus } from '../../../src/sandbox/event-bus.ts';
import { isObject, type JsonObject, objectAt, stringAt } from '../../../src/sandbox/json.ts';
import { rulePatternFrom } from '../../../src/sandbox/rule-pattern.ts';
import type { Queues } from '../../../src/sandbox/sqs/queues.ts';
import type { Chance } from './chance.ts';
import { accountId, type MadeCall, region } from './cognito-in-time.ts';
import type { Observed, RecordedCall } from './observed.ts';
import { movedBetween, snapshotOf } from './snapshot-of.ts';
import type { Stage } from './stage.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Weather } from './weather.ts';

const pattern = await rulePatternFrom('serverless.yml');

interface Options {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly weather: Weather;
  readonly queues: Queues;
  readonly observed: Observed;
  readonly newId: () => string;
}

/**
 * CloudTrail and EventBridge: a record of each call, which comes to the queue `pool-changes` seconds or minutes later,
 * in any order, sometimes twice and sometimes never.
 */
export const deliverEvents = ({ time, chance, weather, queues, observed, newId }: Options) => {
  const bus = createEventBus(accountId, queues, newId);
  bus.addRule({
    name: 'calls',
    region,
    bus: 'default',
    pattern: pattern,
    queues: [queues.wired('pool-changes', region)],
    buses: [],
    isEnabled: true,
  });

  const delay = (): number => {
    const second = 1000;
    if (chance.happens(weather.share('eventVeryLate'))) return chance.between(16 * 60, 90 * 60) * second;
    if (chance.happens(weather.share('eventLate'))) return chance.between(120, 14 * 60) * second;
    return chance.between(2, 90) * second;
  };

  return (made: MadeCall, underWay: Stage['underWay']): void => {
    const { call, input, answer } = made;
    const eventId = newId();
    const record = trailRecord(call, answer, input, { eventId, accountId });
    const recorded = recordedCall(
      made,
      eventId,
      isObject(record.requestParameters) ? record.requestParameters : {},
    );
    observed.calls.push(recorded);
    noteOurWrite(observed, recorded, underWay);
    if (chance.happens(weather.share('eventDropped'))) {
      recorded.isDropped = true;
      return;
    }
    for (const _copy of chance.happens(weather.share('eventTwice')) ? [1, 2] : [1])
      time.after(delay(), () => {
        recorded.delivered.push(time.now().getTime());
        bus.deliver(record, call.at, 1);
      });
  };
};

const recordedCall = (
  { call, answer, before, after }: MadeCall,
  eventId: string,
  requestParameters: JsonObject,
): RecordedCall => {
  const now = call.at;
  const [was, is] = [before && snapshotOf(before, now), after && snapshotOf(after, now)];
  const created = answer.kind === 'answered' ? stringAt(objectAt(answer.body, 'UserPool'), 'Id') : undefined;
  const ours = /cognito-lifeguard\/(\S+)/.exec(call.userAgent)?.[1];
  const pool = before?.id ?? created;
  return {
    eventId,
    operation: call.operation,
    pool,
    at: now.getTime(),
    who: call.accessKeyId,
    ...(ours !== undefined && { ours }),
    ...(answer.kind === 'refused' && { error: answer.code }),
    requested: requestedSettings(requestParameters).map(({ setting }) => setting),
    moved: was && is && before !== after ? movedBetween(was, is) : [],
    ...(was && { before: was }),
    ...(is && { after: is }),
    delivered: [],
    isDropped: false,
  };
};

const noteOurWrite = (
  { writes }: Observed,
  { ours, pool, at, before, after }: RecordedCall,
  underWay: Stage['underWay'],
): void => {
  if (ours === undefined || pool === undefined || !before || !after) return;
  const { base, planned } = underWay.get(pool) ?? { base: undefined, planned: undefined };
  writes.push({ outcome: ours, pool, at, base, before, after, planned });
};
