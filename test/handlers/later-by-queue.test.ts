import { describe, expect, it } from 'vitest';
import { parseLookRequest } from '../../src/change/look-request.ts';
import { laterByQueue } from '../../src/handlers/later-by-queue.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { aQueue } from '../support/a-queue.ts';

const pool = poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123');

describe('a later look', () => {
  it.each([
    [19.2, 20],
    [0, 0],
    [-3, 0],
    [900, 900],
    [3_600, 900],
  ])('asked for in %d seconds comes in %i, and brings no cause', async (seconds, comes) => {
    const { sqs, queue, taken, clock } = await aQueue();
    const url = await queue('pool-changes');

    await laterByQueue(sqs, url)(pool, seconds);

    if (comes > 0) {
      clock.pass(comes * 1000 - 1);
      expect(await taken(url)).toEqual([]);
    }
    clock.pass(1);
    const [body = ''] = await taken(url);
    expect(parseLookRequest(JSON.parse(body), { accountId: '111122223333' })).toEqual({
      kind: 'look-request',
      pool,
    });
  });
});
