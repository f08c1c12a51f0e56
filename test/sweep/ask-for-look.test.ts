import { describe, expect, it } from 'vitest';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { sweepMessage } from '../../src/sweep/sweep-message.ts';
import { aSweeper } from '../support/a-sweeper.ts';

const asking = (account: string, region: string) =>
  JSON.parse(sweepMessage({ kind: 'look', pool: poolRef(account, region, `${region}_AbCdEf123`).arn }));

describe('a look that a person’s command asks for', () => {
  it('is asked for at once, for what waits in the ledger', async () => {
    const { bring, asked } = aSweeper({ regions: { 'eu-west-1': [] } });

    const swept = await bring(asking('111122223333', 'eu-west-1'));

    expect(swept.kind).toBe('done');
    expect(asked.map(({ look }) => look)).toEqual([
      { pool: poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123'), seconds: 0 },
    ]);
  });

  it.each([
    ['444455556666', 'eu-west-1'],
    ['111122223333', 'us-east-1'],
  ])('is ignored for a pool that sweeps don’t look at: account %s, %s', async (account, region) => {
    const { bring, asked } = aSweeper({ regions: { 'eu-west-1': [] } });

    const swept = await bring(asking(account, region));

    expect(swept.kind).toBe('ignored');
    expect(asked).toEqual([]);
  });
});
