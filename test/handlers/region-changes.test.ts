import { CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { aRealisticPool } from '../../src/cli/demo/a-realistic-pool.ts';
import { onPoolChange } from '../../src/handlers/on-pool-change.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Pools } from '../../src/pool/pools.ts';
import { anEventFor, batchOf, context } from '../support/a-batch.ts';
import { aGovernedPool, passwordsWith } from '../support/a-governed-pool.ts';
import { aLogger } from '../support/a-logger.ts';

const omitted = (overrides: object = {}) =>
  anEventFor('', { requestParameters: { omitted: 'true', originalSize: '149893' }, ...overrides });

const weak = passwordsWith({ MinimumLength: 8 });

/** The handler over as many pools of one Region, all weakened by somebody. */
const aRegionOf = async (pools: number) => {
  const governed = await aGovernedPool();
  const { change, developer, sandbox, world } = governed;
  await change(weak);
  for (let more = 1; more < pools; more += 1)
    await developer.send(new CreateUserPoolCommand({ ...aRealisticPool, ...weak }));
  const reading = { now: 0, most: 0 };
  const reads: string[] = [];
  const watched: Pools = {
    ...world.pools,
    read: async (pool) => {
      reads.push(pool.id);
      reading.now += 1;
      reading.most = Math.max(reading.most, reading.now);
      return world.pools.read(pool).finally(() => {
        reading.now -= 1;
      });
    },
  };
  let claims = 0;
  const ledger: Ledger = {
    ...world.ledger,
    claim: (...claim) => {
      claims += 1;
      return world.ledger.claim(...claim);
    },
  };
  const { logger, lines } = aLogger();
  const handler = onPoolChange({ world: { ...world, pools: watched, ledger }, logger });
  return {
    ...governed,
    ids: sandbox.pools.all().map(({ id }) => id),
    /** How many pools are being read at a time. */
    reading,
    /** The pools that were read, in order. */
    reads,
    lines,
    poolChange: (event: SQSEvent) => handler(event, context),
    /** As long as a function that has time for so many looks. */
    poolChangeWithTimeFor: (looks: number, event: SQSEvent) => {
      const end = claims + looks;
      const getRemainingTimeInMillis = () => (claims < end ? 30_000 : 29_999);
      return handler(event, { ...context, getRemainingTimeInMillis });
    },
  };
};

describe('on-pool-change, where CloudTrail left out which pool it was', () => {
  it('looks at every pool of the Region, and names the call and its maker to each', async () => {
    const { poolChange, told, ids } = await aRegionOf(5);

    const answer = await poolChange(batchOf(omitted()));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(told.map(({ pool }) => pool?.id).toSorted()).toEqual(ids.toSorted());
    for (const outcome of told)
      expect(outcome).toMatchObject({
        kind: 'remediated',
        causes: [{ call: 'UpdateUserPool', actor: { userAgent: 'aws-cli/2.31.0' } }],
      });
  });

  it('looks once at a pool that another message names as well', async () => {
    const { pool, poolChange, told } = await aRegionOf(1);

    await poolChange(batchOf(omitted(), anEventFor(pool.id, { eventID: 'another' })));

    expect(told).toMatchObject([{ causes: [{ eventId: 'another' }, { eventId: 'an-event' }] }]);
  });

  it('lists the Region once for all the messages that leave it open', async () => {
    const { poolChange, ourCalls } = await aRegionOf(2);

    await poolChange(batchOf(omitted(), omitted({ eventID: 'another' })));

    expect(ourCalls().filter((call) => call === 'ListUserPools')).toHaveLength(1);
  });

  it('gives the message back where one pool could not be looked at, and looks at the others', async () => {
    const { poolChange, told, sandbox, ids } = await aRegionOf(5);
    const [bad = ''] = ids;
    sandbox.faults.add({ kind: 'access-denied', operation: 'DescribeUserPool', poolId: bad });

    const answer = await poolChange(batchOf(omitted()));

    const looked = told.map(({ pool }) => pool?.id);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(looked.toSorted()).toEqual(ids.filter((id) => id !== bad).toSorted());
  });

  it('gives the message back where the pools could not be listed', async () => {
    const { poolChange, sandbox, lines } = await aRegionOf(1);
    sandbox.faults.add({ kind: 'access-denied', operation: 'ListUserPools' });

    const answer = await poolChange(batchOf(omitted()));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(lines).toContainEqual(
      expect.objectContaining({ message: 'unfinished', reason: expect.stringContaining('eu-west-1') }),
    );
  });

  it('begins no look with less than 30 seconds left, and gives the message back', async () => {
    const { poolChangeWithTimeFor, told } = await aRegionOf(5);

    const answer = await poolChangeWithTimeFor(2, batchOf(omitted()));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(told).toHaveLength(2);
  });

  it('finishes the second time, without reading again what it has looked at', async () => {
    const { poolChange, poolChangeWithTimeFor, told, clock, reads } = await aRegionOf(3);
    clock.pass(3_600_000);
    await poolChangeWithTimeFor(2, batchOf(omitted()));
    const looked = told.map(({ pool }) => pool?.id);
    reads.length = 0;

    const answer = await poolChange(batchOf(omitted()));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(told).toHaveLength(3);
    expect(reads.filter((id) => looked.includes(id))).toEqual([]);
  });

  it('keeps to three looks at a time', async () => {
    const { poolChange, reading } = await aRegionOf(7);

    await poolChange(batchOf(omitted()));

    expect(reading.most).toBe(3);
  });

  it('says so where the Region has no pool', async () => {
    const { poolChange, lines } = await aRegionOf(1);

    const answer = await poolChange(batchOf(omitted({ awsRegion: 'eu-central-1' })));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(lines).toMatchObject([
      { message: 'ignored', reason: 'no-pools: eu-central-1 has no user pool, or no longer.' },
    ]);
  });
});
