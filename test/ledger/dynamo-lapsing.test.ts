import { readFileSync } from 'node:fs';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { aDigest } from '../support/a-digest.ts';
import { aHeartbeat } from '../support/a-heartbeat.ts';
import { aHistory } from '../support/a-history.ts';
import { aPause } from '../support/a-pause.ts';
import { aRequest } from '../support/a-request.ts';
import { aStanding } from '../support/a-standing.ts';
import { anAccountRecord } from '../support/an-account-record.ts';
import { dynamoForTests, itemAt, keys, now } from './a-dynamo-memory.ts';
import { aCause, anOutcome, at, pool, told } from './contract/a-ledger.ts';

const { aMemory } = dynamoForTests();

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

  it('is an account of an organization after ninety days, and what stood there after three', async () => {
    const { members, table } = await aMemory();

    await members.keepHeartbeat('222233334444', aHeartbeat(), now);
    await members.keepDigest('222233334444', { ...aDigest(), at: now });

    const heartbeat = await itemAt(table, keys('notice#organization', 'heartbeat#222233334444'));
    const digest = await itemAt(table, keys('notice#organization', 'digest#222233334444'));
    expect(heartbeat?.[AttributeName]).toEqual({ N: String(seconds(now) + days(90)) });
    expect(digest?.[AttributeName]).toEqual({ N: String(seconds(now) + days(3)) });
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
