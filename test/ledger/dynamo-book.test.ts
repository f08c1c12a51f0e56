import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aStanding } from '../support/a-standing.ts';
import { dynamoForTests } from './a-dynamo-memory.ts';

const { aMemory, calls } = dynamoForTests();

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
      return aStanding(`Pool${String(index).padStart(4, '0')}`, { findings });
    });
    for (const standing of standings) await looks.note('sweep-1', standing);
    calls().length = 0;

    const notes = await Array.fromAsync(book.notes('sweep-1'));

    expect(notes).toEqual(standings);
    expect(calls().length).toBeGreaterThan(1);
  });
});
