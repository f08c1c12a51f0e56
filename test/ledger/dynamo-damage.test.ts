import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { LedgerBrokenError } from '../../src/ledger/errors.ts';
import { type Key, keyOf } from '../../src/ledger/pool-item.ts';
import { accountKey, dynamoForTests, keys, setAttribute } from './a-dynamo-memory.ts';
import { aCause, at, pool, told } from './contract/a-ledger.ts';

const { aMemory } = dynamoForTests();

describe('an item that no ledger wrote', () => {
  it.each<[string, AttributeValue]>([
    ['history', { B: Buffer.from('not gzip') }],
    ['history', { S: 'not bytes' }],
    ['requests', { SS: ['{"half'] }],
    ['requests', { SS: ['{}'] }],
    ['requests', { S: 'no set' }],
  ])('is no claim, and an error that names the pool’s %s', async (attribute, value) => {
    const { looks, table } = await aMemory();
    const { lease } = await looks.claimed(pool, [aCause('first')], at(0));
    await looks.release(lease, told('one', 0));
    await setAttribute(table, keyOf(pool), attribute, value);

    const claiming = looks.claim(pool, [aCause('second', 5)], at(6));

    await expect(claiming).rejects.toThrow(LedgerBrokenError);
    await expect(claiming).rejects.toThrow(`item of ${pool.arn} can't be read: ${attribute} is damaged`);
  });

  it.each<[string, AttributeValue]>([
    ['dueAt', { S: 'tomorrow' }],
    ['givenOmitted', { L: [] }],
  ])('is an error that names the pool’s %s', async (attribute, value) => {
    const { looks, desk, table } = await aMemory();
    await looks.claim(pool, [aCause('first')], at(0));
    await setAttribute(table, keyOf(pool), attribute, value);

    await expect(desk.pool(pool)).rejects.toThrow(
      `item of ${pool.arn} can't be read: ${attribute} is damaged`,
    );
  });

  it.each<[string, Key, string, AttributeValue]>([
    ['the account’s record', accountKey, 'accountRecord', { B: Buffer.from('not gzip') }],
    ['the account’s record', accountKey, 'recordVersion', { N: '3' }],
    ['an outcome', keys('outcome#outcome-1', 'outcome'), 'kept', { S: 'not bytes' }],
    ['a note', keys('sweep#sweep-1', pool.arn), 'standing', { B: Buffer.from('not gzip') }],
  ])('is an error that names what is wrong with %s', async (_, key, attribute, value) => {
    const { desk, book, table } = await aMemory();
    await setAttribute(table, key, attribute, value);

    const reading = Promise.all([
      book.read(),
      desk.outcome('outcome-1'),
      Array.fromAsync(desk.notes('sweep-1')),
    ]);

    await expect(reading).rejects.toThrow(LedgerBrokenError);
  });
});
