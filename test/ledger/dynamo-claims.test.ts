import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import { aPause } from '../support/a-pause.ts';
import { accountKey, dynamoForTests, itemAt, setAttribute } from './a-dynamo-memory.ts';
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
    await setAttribute(table, accountKey, 'watch', { S: '{"half' });

    await expect(looks.claim(pool, [aCause('first')], at(0))).rejects.toThrow(
      "What Lifeguard remembers in the ledger's item of the account can't be read: watch is damaged.",
    );

    const watch = { since: at(0), isComplete: true };
    await setAttribute(table, accountKey, 'watch', { S: JSON.stringify(watch) });
    expect((await looks.claim(pool, [aCause('first')], at(0))).kind).toBe('claimed');
  });

  it('goes by the pauses, whatever else whoever may pause has written there', async () => {
    const { looks, desk, table } = await aMemory();
    await desk.pause(aPause());
    const stored = (await itemAt(table, accountKey))?.pauses?.SS ?? [];
    const forged = canonicalJson(aPause({ id: 'forged' })).replace(':', ': ');
    await setAttribute(table, accountKey, 'pauses', { SS: [...stored, 'garbage', forged] });
    calls().length = 0;

    const { account } = await looks.claimed(pool, [aCause('first')], at(0));

    expect(account.pauses).toEqual([aPause()]);
    expect(calls().toSorted()).toEqual(['GetItem', 'UpdateItem']);
  });

  it.each<[string, AttributeValue]>([
    ['a text', { S: 'garbage' }],
    ['a list of pauses', { L: [{ S: canonicalJson(aPause()) }] }],
    ['a set of numbers', { NS: ['1'] }],
  ])('goes by no pause where %s stands in place of them', async (_, value) => {
    const { looks, table } = await aMemory();
    await setAttribute(table, accountKey, 'pauses', value);

    const { account } = await looks.claimed(pool, [aCause('first')], at(0));

    expect(account.pauses).toEqual([]);
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
