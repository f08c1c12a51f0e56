import { describe, expect, it } from 'vitest';
import { aHistory } from '../support/a-history.ts';
import { aPause } from '../support/a-pause.ts';
import { aRequest } from '../support/a-request.ts';
import { aStanding } from '../support/a-standing.ts';
import { anAccountRecord } from '../support/an-account-record.ts';
import { dynamoForTests } from './a-dynamo-memory.ts';
import { anOpenOutcome } from './an-open-outcome.ts';
import { aCause, anOutcome, at, idsOf, pool, told } from './contract/a-ledger.ts';

const { aMemory, loseAnswer } = dynamoForTests();

describe('a step in DynamoDB whose answer was lost', () => {
  it('has deferred the look once', async () => {
    const { looks } = await aMemory();
    const { lease } = await looks.claimed(pool, [aCause('first')], at(0));
    await looks.claim(pool, [aCause('meanwhile')], at(1));
    loseAnswer(1);

    await looks.defer(lease, { waiting: [aCause('first')], omitted: 2 }, at(60));

    const { waiting, omitted } = await looks.claimed(pool, [], at(60), true);
    expect(idsOf(waiting)).toEqual(['first', 'meanwhile']);
    expect(omitted).toBe(2);
  });

  it('has taken a look that was due', async () => {
    const { looks } = await aMemory();
    const first = await looks.claimed(pool, [aCause('first')], at(0));
    await looks.defer(first.lease, { waiting: [aCause('first')], omitted: 2 }, at(60));
    loseAnswer(1);

    const { waiting, omitted } = await looks.claimed(pool, [aCause('second')], at(60), true);

    expect(idsOf(waiting)).toEqual(['first']);
    expect(omitted).toBe(2);
  });

  it('has left causes for a look that is due, once', async () => {
    const { looks } = await aMemory();
    const first = await looks.claimed(pool, [], at(0));
    await looks.defer(first.lease, { waiting: [], omitted: 0 }, at(60));
    loseAnswer(2);

    expect(await looks.claim(pool, [aCause('second')], at(1), true)).toEqual({ kind: 'due' });

    expect((await looks.claimed(pool, [], at(60), true)).waiting).toEqual([aCause('second')]);
  });

  it('has kept an outcome and a note', async () => {
    const { looks, desk } = await aMemory();
    loseAnswer(1);
    await looks.keep({ outcome: anOutcome(), preImage: anOpenOutcome().preImage });
    loseAnswer(1);
    await looks.note('sweep-1', aStanding());

    expect((await desk.outcome('outcome-1'))?.preImage).toEqual(anOpenOutcome().preImage);
    expect(await Array.fromAsync(desk.notes('sweep-1'))).toEqual([aStanding()]);
  });

  it('has taken requests in, and those that come after stay', async () => {
    const { looks, desk } = await aMemory();
    const { lease } = await looks.claimed(pool, [aCause('first')], at(0));
    loseAnswer(1);
    expect(await desk.ask(pool, aRequest('one', at(1)))).toBe(true);
    await desk.ask(pool, aRequest('two', at(1)));
    loseAnswer(1);

    await looks.release(lease, told('one', 0, { requestsDone: ['one'], history: aHistory() }));

    expect(await desk.pool(pool)).toMatchObject({
      requests: [aRequest('two', at(1))],
      history: aHistory(),
    });
  });

  it('has replaced the account’s record', async () => {
    const { book } = await aMemory();
    loseAnswer(1);

    expect(await book.replace(anAccountRecord(), 0)).toBe(true);
    expect(await book.read()).toEqual({ record: anAccountRecord(), version: 1 });
  });

  it('has paused and resumed', async () => {
    const { desk } = await aMemory();
    loseAnswer(1);
    await desk.pause(aPause());
    expect(await desk.pauses()).toEqual([aPause()]);
    loseAnswer(1);
    await desk.resume(aPause());

    expect(await desk.pauses()).toEqual([]);
  });
});
