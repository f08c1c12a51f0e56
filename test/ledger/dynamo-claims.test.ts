import { describe, expect, it } from 'vitest';
import { accountKey, dynamoForTests, setAttribute } from './a-dynamo-memory.ts';
import { aPause } from './a-memory.ts';
import { aCause, at, idsOf, pool, told } from './contract/a-ledger.ts';

const { aMemory, calls } = dynamoForTests();

describe('a claim in DynamoDB', () => {
  it('asks for the pool and the account at the same time, and once each', async () => {
    const { looks } = await aMemory();

    await looks.claim(pool, [aCause('first')], at(0));

    expect(calls().toSorted()).toEqual(['GetItem', 'UpdateItem']);
  });

  it('fails where the account can’t be read, and leaves the pool free', async () => {
    const { looks, table } = await aMemory();
    await setAttribute(table, accountKey, 'pauses', { S: 'damaged' });

    await expect(looks.claim(pool, [aCause('first')], at(0))).rejects.toThrow(
      "What Lifeguard remembers in the ledger's item of the account can't be read: pauses is damaged.",
    );

    await setAttribute(table, accountKey, 'pauses', { SS: [JSON.stringify(aPause())] });
    expect((await looks.claim(pool, [aCause('first')], at(0))).kind).toBe('claimed');
  });

  it('is busy where the account can’t be read: the causes wait all the same', async () => {
    const { looks, table } = await aMemory();
    const { lease } = await looks.claimed(pool, [aCause('first')], at(0));
    await setAttribute(table, accountKey, 'watch', { S: '{"half' });

    expect(await looks.claim(pool, [aCause('second')], at(1))).toEqual({ kind: 'busy' });

    const release = await looks.release(lease, told('one', 0));
    expect(release.kind === 'again' && idsOf(release.causes)).toEqual(['second']);
  });
});
