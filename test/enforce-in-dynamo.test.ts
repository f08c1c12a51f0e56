import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { distinctCauses } from '../src/change/distinct-causes.ts';
import { enforce } from '../src/enforce.ts';
import { dynamoLedger } from '../src/ledger/dynamo-ledger.ts';
import { changedLeavesOnly } from '../src/remediation/pre-image.ts';
import { type Dynamo, startDynamo } from './ledger/a-table.ts';
import { aCall, aGovernedPool, passwordsWith } from './support/a-governed-pool.ts';
import { crashes, crashingAt, distinct } from './support/crashing-at.ts';

let dynamo: Dynamo;
beforeAll(async () => {
  dynamo = await startDynamo({ tellsItem: true });
});
afterAll(() => dynamo.close());

/** A governed pool whose world remembers in DynamoDB. */
const aRememberedPool = async () => {
  const governed = await aGovernedPool();
  const table = await dynamo.table();
  const ledger = dynamoLedger({
    table,
    leaseSeconds: 90,
    newId: randomUUID,
    now: governed.clock.now,
    shorten: changedLeavesOnly,
    distinct: distinctCauses,
  });
  return { ...governed, world: { ...governed.world, ledger } };
};

/** Each round trip that begins from now until the test ends: the calls that were under way at the same time. */
const watchRoundTrips = () => {
  const trips: string[][] = [];
  const underWay = new Set<unknown>();
  const begin = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    const target = request.getHeader('x-amz-target');
    if (target === undefined) return;
    if (underWay.size === 0) trips.push([]);
    underWay.add(request);
    trips.at(-1)?.push(String(target).split('.')[1] ?? '');
  };
  const end = (message: unknown) => {
    underWay.delete((message as { request: ClientRequest }).request);
  };
  subscribe('http.client.request.start', begin);
  subscribe('http.client.response.finish', end);
  onTestFinished(() => {
    unsubscribe('http.client.request.start', begin);
    unsubscribe('http.client.response.finish', end);
  });
  return trips;
};

/** The pool's item is taken while the account's is read. */
const claiming = ['UpdateItem', 'GetItem'];

describe('a look that is remembered in DynamoDB', () => {
  it('takes four round trips from the trigger to the fix, two of them to Cognito', async () => {
    const { world, pool, change } = await aRememberedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    const trips = watchRoundTrips();

    const { kind } = await enforce(world, pool, [aCall()]);

    expect(kind).toBe('remediated');
    const looking = ['DescribeUserPool', 'GetUserPoolMfaConfig'];
    expect(trips).toEqual([
      claiming,
      looking,
      ['UpdateItem'],
      ['UpdateUserPool'],
      looking,
      ['PutItem'],
      ['UpdateItem'],
    ]);
  });

  it('takes three where the pool is compliant, and remembers nothing', async () => {
    const { world, pool } = await aRememberedPool();
    const trips = watchRoundTrips();

    await enforce(world, pool, [aCall()]);

    expect(trips).toEqual([claiming, ['DescribeUserPool', 'GetUserPoolMfaConfig'], ['UpdateItem']]);
  });

  it('is one look for all who come at the same time, and names or counts them all', async () => {
    const { world, pool, change, told, ourCalls } = await aRememberedPool();
    await change(passwordsWith({ MinimumLength: 8 }));
    const ids = Array.from({ length: 50 }, (_, index) => `event-${index}`);

    await Promise.all(ids.map((eventId) => enforce(world, pool, [aCall({ eventId })])));

    expect(ourCalls().filter((call) => call === 'UpdateUserPool')).toHaveLength(1);
    const named = told.flatMap(({ causes }) => causes.map((cause) => (cause as { eventId: string }).eventId));
    const counted = told.reduce((sum, { causesOmitted = 0 }) => sum + causesOmitted, named.length);
    expect(new Set(named).size).toBe(named.length);
    expect(counted).toBe(ids.length);
  });
});

describe('a process that is gone in the middle of a look that is remembered in DynamoDB', () => {
  it.each(crashes)('leaves a story that the next trigger finishes: %s, %s', async (step, when) => {
    const { world, pool, change, told, describe: describePool, clock } = await aRememberedPool();
    const sound = await describePool();
    await change(passwordsWith({ MinimumLength: 8 }));
    const first = aCall({ eventId: 'first' });

    await expect(enforce(crashingAt(world, step, when), pool, [first])).rejects.toThrow('crash');
    clock.pass(91_000);
    await enforce(world, pool, [first]);

    expect(await describePool()).toEqual(sound);
    const remediations = distinct(told).filter(({ kind }) => kind === 'remediated');
    expect(remediations).toMatchObject([
      {
        changes: [{ from: 8, to: 14 }],
        findings: [{ found: 8, now: 14, resolved: true }],
        causes: [{ eventId: 'first' }],
      },
    ]);
  });
});
