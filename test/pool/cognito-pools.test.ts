import { describe, expect, it } from 'vitest';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { aCognito, listed, update } from './a-cognito.ts';

describe('the door to Cognito', () => {
  it('calls each pool’s own Region, for reads, writes and lists alike', async () => {
    const { pools, calls } = await aCognito();
    const regions = ['eu-west-1', 'us-east-1', 'eu-west-1'];

    for (const region of regions) {
      const pool = poolRef('111122223333', region, `${region}_Elsewhere`);
      await pools.read(pool);
      await update(pools, pool, { PoolName: 'a-pool' }, 'an-outcome');
      await listed(pools, region);
    }

    const seen = (operation: string) =>
      calls()
        .filter((call) => call.operation === operation)
        .map(({ region }) => region);
    for (const operation of ['DescribeUserPool', 'GetUserPoolMfaConfig', 'UpdateUserPool', 'ListUserPools'])
      expect(seen(operation)).toEqual(regions);
  });

  it('looks where the record says that the call acted, though a replica’s id names another Region', async () => {
    const { pools, calls } = await aCognito();

    await pools.read(poolRef('111122223333', 'eu-central-1', 'eu-west-1_AbCdEf123'));

    expect(new Set(calls().map(({ region }) => region))).toEqual(new Set(['eu-central-1']));
  });
});
