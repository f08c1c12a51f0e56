import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import type { PoolRequest } from '../../src/history/pool-request.ts';
import { folderLedger } from '../../src/ledger/folder-ledger.ts';
import type { Lease } from '../../src/ledger/ledger.ts';
import type { Ledgers } from '../../src/ledger/ledgers.ts';
import { memoryLedger } from '../../src/ledger/memory-ledger.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { changedLeavesOnly } from '../../src/remediation/pre-image.ts';
import { aCall } from '../support/a-pool-change.ts';
import { aHistory, anAccountRecord, aPause } from './a-memory.ts';
import { type Dynamo, startDynamo } from './a-table.ts';
import { anOpenOutcome } from './an-open-outcome.ts';
import { dynamoLedgers } from './dynamo-ledgers.ts';

const pool = poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123');
const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-23T10:00:00Z') + seconds * 1000).toISOString();

/** What one of several processes does next; `holder` is the nth of the leases that were given. */
const kinds = {
  claim: fc.record({
    kind: fc.constant('claim'),
    age: fc.integer({ min: 0, max: 60 }),
    governed: fc.boolean(),
    mayWait: fc.boolean(),
  }),
  remember: fc.record({ kind: fc.constant('remember'), holder: fc.nat(3) }),
  release: fc.record({
    kind: fc.constant('release'),
    holder: fc.nat(3),
    age: fc.integer({ min: 0, max: 30 }),
    isGone: fc.boolean(),
    done: fc.subarray([0, 1, 2, 3]),
  }),
  defer: fc.record({
    kind: fc.constant('defer'),
    holder: fc.nat(3),
    causes: fc.nat(2),
    omitted: fc.nat(2),
    due: fc.integer({ min: 1, max: 60 }),
  }),
  abandon: fc.record({ kind: fc.constant('abandon'), holder: fc.nat(3) }),
  ask: fc.record({ kind: fc.constant('ask'), request: fc.nat(3) }),
  pause: fc.record({
    kind: fc.constant('pause'),
    pause: fc.nat(2),
    lasts: fc.integer({ min: 1, max: 60 }),
  }),
  resume: fc.record({ kind: fc.constant('resume'), pause: fc.nat(2) }),
  replace: fc.record({ kind: fc.constant('replace'), isComplete: fc.boolean(), isStale: fc.boolean() }),
  read: fc.record({ kind: fc.constant('read') }),
};
/** Claims and what ends them come more often than what people do. */
const step = fc.oneof(
  { weight: 6, arbitrary: kinds.claim },
  { weight: 3, arbitrary: kinds.release },
  { weight: 3, arbitrary: kinds.defer },
  { weight: 2, arbitrary: kinds.remember },
  ...[kinds.abandon, kinds.ask, kinds.pause, kinds.resume, kinds.replace, kinds.read].map((arbitrary) => ({
    weight: 1,
    arbitrary,
  })),
);
const story = fc.array(
  fc.record({ step, pass: fc.constantFrom(0, 1, 20, 100), lose: fc.constantFrom(0, 0, 0, 1, 2) }),
  { minLength: 1, maxLength: 18 },
);
type Story = ReturnType<typeof story.generate>['value'];

const aRequest = (index: number): PoolRequest => ({
  id: `request-${index}`,
  by: 'arn:aws:iam::111122223333:user/ada',
  at: at(1000 - index),
  kind: 'close-breaker',
});

const pauseId = (index: number) => `pause-${index}`;

/** Takes the steps one after another; what was answered, without the leases' ids. */
const play = async (
  { looks, desk, book }: Ledgers,
  steps: Story,
  lose: (nth: number) => void,
): Promise<unknown[]> => {
  const leases: Lease[] = [];
  let seconds = 1000;
  const take = async (each: Story[number]['step'], index: number): Promise<unknown> => {
    const causes = (count: number, age = 0, governed = true) =>
      Array.from({ length: count }, (_, nth) =>
        aCall({ eventId: `event-${index}-${nth}`, eventTime: at(seconds - age), governed }),
      );
    switch (each.kind) {
      case 'claim': {
        const causesNow = causes(1, each.age, each.governed);
        const claim = await looks.claim(pool, causesNow, at(seconds), each.mayWait);
        if (claim.kind === 'claimed') leases.unshift(claim.lease);
        return { ...claim, lease: undefined };
      }
      case 'ask':
        return desk.ask(pool, aRequest(each.request));
      case 'pause':
        // Pauses have ids of their own; one that is asked for twice is the same.
        if ((await desk.pauses()).some(({ id }) => id === pauseId(each.pause))) return 'paused already';
        return desk.pause(aPause({ id: pauseId(each.pause), until: at(seconds + each.lasts) }));
      case 'resume': {
        const pause = (await desk.pauses()).find(({ id }) => id === pauseId(each.pause));
        return pause && desk.resume(pause);
      }
      case 'replace': {
        const { version = 0 } = (await book.read()) ?? {};
        const watch = { since: at(seconds), isComplete: each.isComplete };
        return book.replace(anAccountRecord({ watch }), each.isStale ? version - 1 : version);
      }
      case 'read':
        return [await desk.pool(pool), await desk.pauses(), await book.read()];
    }
    const lease = leases[each.holder];
    if (!lease) return undefined;
    switch (each.kind) {
      case 'remember':
        return looks.remember(lease, anOpenOutcome({ id: `open-${index}` }), at(seconds));
      case 'release':
        return looks.release(lease, {
          lookedAt: at(seconds - each.age),
          last: { id: `last-${index}`, remaining: `${index}` },
          requestsDone: each.done.map((request) => aRequest(request).id),
          ...(!each.isGone && { history: aHistory({ seen: { at: at(seconds), values: {} } }) }),
        });
      case 'defer': {
        const waiting = { waiting: causes(each.causes), omitted: each.causes && each.omitted };
        return looks.defer(lease, waiting, at(seconds + each.due));
      }
      case 'abandon':
        return looks.abandon(lease);
    }
  };
  const answers: unknown[] = [];
  for (const [index, { step: each, pass, lose: nth }] of steps.entries()) {
    seconds += pass;
    lose(nth);
    answers.push(await take(each, index));
  }
  return answers;
};

describe('every ledger', () => {
  let dynamo: Dynamo;
  let folder: string;
  beforeAll(async () => {
    dynamo = await startDynamo({ tellsItem: true });
    folder = await mkdtemp(join(tmpdir(), 'lifeguard-ledgers-'));
  });
  afterAll(async () => {
    await dynamo.close();
    await rm(folder, { recursive: true });
  });

  it('answers as the one in memory does, whatever happens, though answers are lost on their way', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const options = { leaseSeconds: 90, newId: randomUUID, distinct: distinctCauses };
        const now = () => new Date(at(0));
        const files = { folder: join(folder, randomUUID()), now, wait: async () => {} };
        const expected = await play(memoryLedger(options), steps, () => {});

        const table = await dynamo.table();
        const inDynamo = dynamoLedgers({ ...options, table, now, shorten: changedLeavesOnly });
        expect(await play(inDynamo, steps, dynamo.loseAnswer)).toEqual(expected);
        expect(await play(folderLedger({ ...options, ...files }), steps, () => {})).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
