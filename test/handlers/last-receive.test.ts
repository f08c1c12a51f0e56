import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { onPoolChange } from '../../src/handlers/on-pool-change.ts';
import { noticeOf } from '../../src/notify/outcome-notice.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { anEventFor, batchOf, context } from '../support/a-batch.ts';
import { aGovernedPool } from '../support/a-governed-pool.ts';
import { aLogger } from '../support/a-logger.ts';
import { anOwner } from '../support/an-owner.ts';

/** A batch whose messages are received for the nth time, each by its own n. */
const received = (counts: readonly number[], ...bodies: unknown[]): SQSEvent => ({
  Records: batchOf(...bodies).Records.map((record, index) => ({
    ...record,
    attributes: { ...record.attributes, ApproximateReceiveCount: String(counts[index]) },
  })),
});

/** The handler behind a queue that brings a message ten times, over a pool that can't be read. */
const aHandler = async () => {
  const governed = await aGovernedPool();
  governed.sandbox.faults.add({ kind: 'access-denied', operation: 'DescribeUserPool' });
  const { logger, lines } = aLogger();
  const { world, pool } = governed;
  const handler = onPoolChange({ world, logger, maxReceiveCount: 10 });
  return {
    ...governed,
    event: (eventID: string) => anEventFor(pool.id, { eventID }),
    lines,
    poolChange: (event: SQSEvent) => handler(event, context),
  };
};

describe('a change that can’t be looked at', () => {
  it('is told as failed, with its cause and what stands in the way, when its message comes for the last time', async () => {
    const { poolChange, told, pool, event } = await aHandler();

    const answer = await poolChange(received([10], event('one')));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(told).toMatchObject([
      {
        kind: 'failed',
        pool: { arn: pool.arn },
        causes: [{ call: 'UpdateUserPool', eventId: 'one', actor: { userAgent: 'aws-cli/2.31.0' } }],
        reason: expect.stringMatching(/could not be looked at: .*AccessDenied.* dead-letter queue/s),
      },
    ]);
  });

  it('is told to whom its ARN belongs to: nobody has seen its tags', async () => {
    const { world, pool, told, event } = await aHandler();
    const owners = [anOwner(), anOwner({ name: 'identity', pools: { arns: [pool.arn] } })];
    const owned = { ...world, policies: { ...world.policies, owners } };

    await onPoolChange({ world: owned, logger: aLogger().logger, maxReceiveCount: 10 })(
      received([10], event('one')),
      context,
    );

    expect(told).toMatchObject([{ kind: 'failed', owners: [{ name: 'identity', claimed: false }] }]);
  });

  it('makes an urgent notice', async () => {
    const { poolChange, told, event } = await aHandler();

    await poolChange(received([10], event('one')));

    expect(told.map((outcome) => noticeOf(outcome, {}))).toMatchObject([{ urgent: true, kind: 'failed' }]);
  });

  it('is not told while its message comes again', async () => {
    const { poolChange, told, event } = await aHandler();

    const answer = await poolChange(received([9], event('one')));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(told).toEqual([]);
  });

  it('is told once for a pool, with the calls whose messages are given up and no other', async () => {
    const { poolChange, told, event } = await aHandler();

    await poolChange(received([10, 3, 11], event('one'), event('two'), event('three')));

    expect(told).toMatchObject([{ causes: [{ eventId: 'one' }, { eventId: 'three' }] }]);
  });

  it('is told for each pool of a Region that could not be looked at', async () => {
    const { poolChange, told, pool } = await aHandler();
    const omitted = anEventFor('', { requestParameters: { omitted: 'true' } });

    await poolChange(received([10], omitted));

    expect(told).toMatchObject([{ kind: 'failed', pool: { arn: pool.arn } }]);
  });

  it('is given back all the same where it can’t be told either', async () => {
    const { world, event } = await aHandler();
    const { logger } = aLogger();
    const tell = async () => {
      throw new Error('The queue notices is out of reach.');
    };

    const handler = onPoolChange({ world: { ...world, tell }, logger, maxReceiveCount: 10 });

    expect(await handler(received([10], event('one')), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm0' }],
    });
  });
});

describe('a change that is looked at when its message comes for the last time', () => {
  it('is told as what it is', async () => {
    const { poolChange, told, sandbox, event } = await aHandler();
    sandbox.faults.clear();

    const answer = await poolChange(received([10], event('one')));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(told.map(({ kind }) => kind)).toEqual(['compliant']);
  });

  it('is gone where the pool is', async () => {
    const { poolChange, told, sandbox } = await aHandler();
    sandbox.faults.clear();
    const gone = poolRef('111122223333', 'eu-west-1', 'eu-west-1_NotThere1');

    await poolChange(received([10], anEventFor(gone.id)));

    expect(told).toMatchObject([{ kind: 'gone', pool: { arn: gone.arn } }]);
  });
});
