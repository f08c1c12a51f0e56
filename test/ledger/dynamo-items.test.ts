import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type AttributeValue,
  GetItemCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { distinctCauses } from '../../src/change/distinct-causes.ts';
import { LedgerBrokenError } from '../../src/ledger/errors.ts';
import { type Key, keyOf } from '../../src/ledger/pool-item.ts';
import type { Table } from '../../src/ledger/update-item.ts';
import { changedLeavesOnly } from '../../src/remediation/pre-image.ts';
import { aHistory, anAccountRecord, anOutcome, aPause, aRequest, aStanding } from './a-memory.ts';
import { type Dynamo, startDynamo } from './a-table.ts';
import { anOpenOutcome } from './an-open-outcome.ts';
import { aCause, at, idsOf, ledgersOf, pool, told } from './contract/a-ledger.ts';
import { dynamoLedgers } from './dynamo-ledgers.ts';

let dynamo: Dynamo;
beforeAll(async () => {
  dynamo = await startDynamo({ tellsItem: true });
});
afterAll(() => dynamo.close());

const now = at(0);
const aMemory = async ({ retentionDays }: { readonly retentionDays?: number } = {}) => {
  const table = await dynamo.table();
  const ledgers = await ledgersOf((leaseSeconds) =>
    dynamoLedgers({
      table,
      leaseSeconds,
      newId: randomUUID,
      now: () => new Date(now),
      shorten: changedLeavesOnly,
      distinct: distinctCauses,
      ...(retentionDays !== undefined && { retentionDays }),
    }),
  );
  return { ...ledgers, table };
};

const keys = (pk: string, sk: string): Key => ({ pk: { S: pk }, sk: { S: sk } });
const account = keys('account', 'account');

const itemAt = async ({ client, name }: Table, key: Key) =>
  (await client.send(new GetItemCommand({ TableName: name, Key: key }))).Item;

const setAttribute = (table: Table, key: Key, attribute: string, value: AttributeValue) =>
  table.client.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: key,
      UpdateExpression: 'SET #it = :value',
      ExpressionAttributeNames: { '#it': attribute },
      ExpressionAttributeValues: { ':value': value },
    }),
  );

describe('what lapses in DynamoDB', () => {
  /** What the template has DynamoDB lapse items by. */
  const { AttributeName } = parse(readFileSync('serverless.yml', 'utf8')).resources.Resources.LedgerTable
    .Properties.TimeToLiveSpecification as { readonly AttributeName: string };
  const days = (count: number) => count * 24 * 60 * 60;
  const seconds = (time: string) => Math.ceil(Date.parse(time) / 1000);

  it('is an outcome 400 days after it ended, with its pool and end beside it', async () => {
    const { looks, table } = await aMemory();

    await looks.keep({ outcome: anOutcome() });

    expect(await itemAt(table, keys('outcome#outcome-1', 'outcome'))).toEqual({
      ...keys('outcome#outcome-1', 'outcome'),
      kept: { B: expect.anything() },
      pool: { S: pool.arn },
      endedAt: { S: anOutcome().endedAt },
      [AttributeName]: { N: String(seconds(anOutcome().endedAt) + days(400)) },
    });
  });

  it('is an outcome after as many days as one says', async () => {
    const { looks, table } = await aMemory({ retentionDays: 7 });

    await looks.keep({ outcome: anOutcome() });

    const item = await itemAt(table, keys('outcome#outcome-1', 'outcome'));
    expect(item?.[AttributeName]).toEqual({ N: String(seconds(anOutcome().endedAt) + days(7)) });
  });

  it('is what a sweep found after three days, and that a notice was told after thirty', async () => {
    const { looks, notices, table } = await aMemory();

    await looks.note('sweep-1', aStanding());
    await notices.told('outcome-1');

    const note = await itemAt(table, keys('sweep#sweep-1', pool.arn));
    const notice = await itemAt(table, keys('notice#outcome-1', 'notice'));
    expect(note?.[AttributeName]).toEqual({ N: String(seconds(now) + days(3)) });
    expect(notice?.[AttributeName]).toEqual({ N: String(seconds(now) + days(30)) });
  });

  it('is never a pool or the account', async () => {
    const { looks, desk, book, table } = await aMemory();
    const { lease } = await looks.claimed(pool, [aCause('first')], at(0));
    await desk.ask(pool, aRequest('one', at(1)));
    await looks.release(lease, told('one', 0, { history: aHistory() }));
    await desk.pause(aPause());
    await book.replace(anAccountRecord(), 0);

    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));

    expect(Items).toHaveLength(2);
    for (const item of Items) expect(item).not.toHaveProperty(AttributeName);
  });
});

describe('a claim in DynamoDB', () => {
  it('asks for the pool and the account at the same time, and once each', async () => {
    const { looks } = await aMemory();

    await looks.claim(pool, [aCause('first')], at(0));

    expect(dynamo.calls.toSorted()).toEqual(['GetItem', 'UpdateItem']);
  });

  it('fails where the account can’t be read, and leaves the pool free', async () => {
    const { looks, table } = await aMemory();
    await setAttribute(table, account, 'pauses', { S: 'damaged' });

    await expect(looks.claim(pool, [aCause('first')], at(0))).rejects.toThrow(
      "What Lifeguard remembers in the ledger's item of the account can't be read: pauses is damaged.",
    );

    await setAttribute(table, account, 'pauses', { SS: [JSON.stringify(aPause())] });
    expect((await looks.claim(pool, [aCause('first')], at(0))).kind).toBe('claimed');
  });

  it('is busy where the account can’t be read: the causes wait all the same', async () => {
    const { looks, table } = await aMemory();
    const { lease } = await looks.claimed(pool, [aCause('first')], at(0));
    await setAttribute(table, account, 'watch', { S: '{"half' });

    expect(await looks.claim(pool, [aCause('second')], at(1))).toEqual({ kind: 'busy' });

    const release = await looks.release(lease, told('one', 0));
    expect(release.kind === 'again' && idsOf(release.causes)).toEqual(['second']);
  });
});

describe('a step in DynamoDB whose answer was lost', () => {
  it('has deferred the look once', async () => {
    const { looks } = await aMemory();
    const { lease } = await looks.claimed(pool, [aCause('first')], at(0));
    await looks.claim(pool, [aCause('meanwhile')], at(1));
    dynamo.loseAnswer(1);

    await looks.defer(lease, { waiting: [aCause('first')], omitted: 2 }, at(60));

    const { waiting, omitted } = await looks.claimed(pool, [], at(60), true);
    expect(idsOf(waiting)).toEqual(['first', 'meanwhile']);
    expect(omitted).toBe(2);
  });

  it('has taken a look that was due', async () => {
    const { looks } = await aMemory();
    const first = await looks.claimed(pool, [aCause('first')], at(0));
    await looks.defer(first.lease, { waiting: [aCause('first')], omitted: 2 }, at(60));
    dynamo.loseAnswer(1);

    const { waiting, omitted } = await looks.claimed(pool, [aCause('second')], at(60), true);

    expect(idsOf(waiting)).toEqual(['first']);
    expect(omitted).toBe(2);
  });

  it('has left causes for a look that is due, once', async () => {
    const { looks } = await aMemory();
    const first = await looks.claimed(pool, [], at(0));
    await looks.defer(first.lease, { waiting: [], omitted: 0 }, at(60));
    dynamo.loseAnswer(2);

    expect(await looks.claim(pool, [aCause('second')], at(1), true)).toEqual({ kind: 'due' });

    expect((await looks.claimed(pool, [], at(60), true)).waiting).toEqual([aCause('second')]);
  });

  it('has kept an outcome and a note', async () => {
    const { looks, desk } = await aMemory();
    dynamo.loseAnswer(1);
    await looks.keep({ outcome: anOutcome(), preImage: anOpenOutcome().preImage });
    dynamo.loseAnswer(1);
    await looks.note('sweep-1', aStanding());

    expect((await desk.outcome('outcome-1'))?.preImage).toEqual(anOpenOutcome().preImage);
    expect(await desk.notes('sweep-1')).toEqual([aStanding()]);
  });

  it('has taken requests in, and those that come after stay', async () => {
    const { looks, desk } = await aMemory();
    const { lease } = await looks.claimed(pool, [aCause('first')], at(0));
    dynamo.loseAnswer(1);
    expect(await desk.ask(pool, aRequest('one', at(1)))).toBe(true);
    await desk.ask(pool, aRequest('two', at(1)));
    dynamo.loseAnswer(1);

    await looks.release(lease, told('one', 0, { requestsDone: ['one'], history: aHistory() }));

    expect(await desk.pool(pool)).toMatchObject({
      requests: [aRequest('two', at(1))],
      history: aHistory(),
    });
  });

  it('has replaced the account’s record', async () => {
    const { book } = await aMemory();
    dynamo.loseAnswer(1);

    expect(await book.replace(anAccountRecord(), 0)).toBe(true);
    expect(await book.read()).toEqual({ record: anAccountRecord(), version: 1 });
  });

  it('has paused and resumed', async () => {
    const { desk } = await aMemory();
    dynamo.loseAnswer(1);
    await desk.pause(aPause());
    expect(await desk.pauses()).toEqual([aPause()]);
    dynamo.loseAnswer(1);
    await desk.resume(aPause());

    expect(await desk.pauses()).toEqual([]);
  });
});

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
    ['the account’s record', account, 'accountRecord', { B: Buffer.from('not gzip') }],
    ['the account’s record', account, 'recordVersion', { N: '3' }],
    ['an outcome', keys('outcome#outcome-1', 'outcome'), 'kept', { S: 'not bytes' }],
    ['a note', keys('sweep#sweep-1', pool.arn), 'standing', { B: Buffer.from('not gzip') }],
  ])('is an error that names what is wrong with %s', async (_, key, attribute, value) => {
    const { desk, book, table } = await aMemory();
    await setAttribute(table, key, attribute, value);

    const reading = Promise.all([book.read(), desk.outcome('outcome-1'), desk.notes('sweep-1')]);

    await expect(reading).rejects.toThrow(LedgerBrokenError);
  });
});

describe('the book of a deployment', () => {
  it('knows when the table was made', async () => {
    const { book } = await aMemory();

    const madeAt = (await book.madeAt()) ?? '';

    expect(new Date(madeAt).toISOString()).toBe(madeAt);
  });

  it('reads the notes of more pools than one answer holds', async () => {
    const { looks, book } = await aMemory();
    const why = () => Array.from({ length: 5 }, randomUUID).join(' ');
    const findings = Array.from({ length: 300 }, () => ({ why: why() }) as never);
    const standings = Array.from({ length: 40 }, (_, index) => {
      const id = `eu-west-1_Pool${String(index).padStart(4, '0')}`;
      return aStanding({ pool: { ...pool, id, arn: pool.arn.replace(pool.id, id) }, findings });
    });
    for (const standing of standings) await looks.note('sweep-1', standing);
    dynamo.calls.length = 0;

    const notes = await book.notes('sweep-1');

    expect(notes).toEqual(standings);
    expect(dynamo.calls.length).toBeGreaterThan(1);
  });
});
