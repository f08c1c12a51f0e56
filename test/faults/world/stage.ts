import type { JsonObject } from '../../../src/pool/json.ts';
import type { PoolRef } from '../../../src/pool/pool-ref.ts';
import type { PoolSnapshot } from '../../../src/pool/pool-snapshot.ts';
import type { SettingChange } from '../../../src/remediation/setting-change.ts';
import { createQueues, type Queues } from '../../../src/sandbox/sqs/queues.ts';
import { type Chance, chanceOf } from './chance.ts';
import { accountId, type CognitoInTime, cognitoInTime, region } from './cognito-in-time.ts';
import { deliverEvents } from './deliver-events.ts';
import { type InspectableLedgers, inspectableLedgers } from './inspectable-ledgers.ts';
import { nothingObserved, type Observed, tally } from './observed.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';
import { watchBreakers } from './watch-breakers.ts';
import { type Weather, weatherIn } from './weather.ts';

export const start = '2026-11-23T10:00:00.000Z';

/** All that there is besides Lifeguard and the people. */
export interface Stage {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly weather: Weather;
  readonly cognito: CognitoInTime;
  readonly queues: Queues;
  readonly ledgers: InspectableLedgers;
  readonly observed: Observed;
  readonly newId: () => string;
  readonly onSend: (queue: string, body: string) => void;
  /** What the ledger remembers of an outcome's plan now. */
  readonly planned: (pool: PoolRef, outcome: string) => readonly SettingChange[] | undefined;
  /** Told of each plan of ours that is about to be written, with the pool. */
  readonly onPlan: ((pool: PoolRef) => void)[];
  /** Our writes that aren't answered, by pool. */
  readonly underWay: Map<
    string,
    { readonly base: PoolSnapshot | undefined; readonly planned: readonly SettingChange[] | undefined }
  >;
}

/** An empty stage: no pools, nobody at work. */
export const aStage = (
  seed: number,
  watching: Pick<Parameters<typeof cognitoInTime>[0], 'quotas' | 'onRead'> = {},
): Stage => {
  const chance = chanceOf(seed);
  const time = virtualTime(start);
  const weather = weatherIn(time);
  const observed = nothingObserved();
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `id${String(ids).padStart(9, '0')}`;
  };
  const queues = createQueues({ accountId, homeRegion: region, now: time.now, newId });
  queueWith(queues, 'pool-changes', 360, 10);
  queueWith(queues, 'sweeps', 360, 10);
  queueWith(queues, 'notices', 540, 8);
  const ledgers = inspectableLedgers(newId, start, watchBreakers(observed, time));
  const underWay: Stage['underWay'] = new Map();
  const deliver = deliverEvents({ time, chance: chance.branch(), weather, queues, observed, newId });
  const cognito = cognitoInTime({
    time,
    chance: chance.branch(),
    weather,
    newId,
    onWrite: (made) => deliver(made, underWay),
    ...watching,
  });
  return {
    time,
    chance: chance.branch(),
    weather,
    cognito,
    queues,
    ledgers,
    observed,
    newId,
    underWay,
    onPlan: [],
    planned: ({ arn }, outcome) => {
      const { open } = ledgers.pools.get(arn) ?? {};
      return open?.id === outcome ? open.changes : undefined;
    },
    onSend: (queue, body) => {
      const { id } = JSON.parse(body) as JsonObject;
      if (queue === 'notices' && typeof id === 'string') tally(observed.queued, id);
    },
  };
};

/** As serverless.yml has it. */
const queueWith = (
  queues: Queues,
  name: string,
  visibilityTimeout: number,
  maxReceiveCount: number,
): void => {
  const dead = queues.create(region, `${name}-dead-letters`);
  const queue = queues.create(region, name);
  queue.settings = {
    visibilityTimeout,
    delaySeconds: 0,
    redrive: { deadLetterTargetArn: dead.arn, maxReceiveCount },
  };
};
