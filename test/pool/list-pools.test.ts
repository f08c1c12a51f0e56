import { describe, expect, it } from 'vitest';
import { aCognito, listed } from './a-cognito.ts';

const withPools = async (count: number) => {
  const cognito = await aCognito();
  const { pools } = cognito.sandbox;
  const [first] = pools.all();
  if (!first) throw new Error('The sandbox has no pool.');
  const ids = [first.id];
  for (let number = 1; number < count; number += 1) {
    const id = `eu-west-1_Pool${number}`;
    pools.put({ ...first, id, arn: first.arn.replace(first.id, id) });
    ids.push(id);
  }
  return { ...cognito, ids };
};

describe('listing pools', () => {
  it.each([
    [1, 1],
    [60, 1],
    [61, 2],
    [150, 3],
  ])('gives each of %i pools once, in %i pages of at most 60', async (count, pages) => {
    const { pools, ids, calls } = await withPools(count);

    expect(await listed(pools, 'eu-west-1')).toEqual(ids);

    expect(calls().map(({ input }) => input.MaxResults)).toEqual(Array(pages).fill(60));
  });

  it('gives none in a Region without pools', async () => {
    const { pools } = await aCognito();

    expect(await listed(pools, 'us-east-1')).toEqual([]);
  });

  it('asks for the next page only when it is needed', async () => {
    const { pools, calls } = await withPools(150);

    for await (const _ of pools.list('eu-west-1')) break;

    expect(calls()).toHaveLength(1);
  });

  it('fails with AWS’s error where listing is not allowed', async () => {
    const { sandbox, pools } = await aCognito();
    sandbox.faults.add({ kind: 'access-denied', operation: 'ListUserPools' });

    await expect(listed(pools, 'eu-west-1')).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });
});

describe('one page of a listing', () => {
  it('says where the next begins, and the last one doesn’t', async () => {
    const { pools, ids } = await withPools(5);

    const first = await pools.page('eu-west-1', { size: 3 });
    const second = await pools.page('eu-west-1', { size: 3, ...(first.next && { from: first.next }) });

    expect(first).toEqual({ ids: ids.slice(0, 3), next: expect.any(String) });
    expect(second).toEqual({ ids: ids.slice(3) });
  });
});
