import { describe, expect, it } from 'vitest';
import { orOutOfReach } from '../../src/cli/or-out-of-reach.ts';
import { LedgerBrokenError } from '../../src/ledger/errors.ts';
import { aStream } from '../support/a-stream.ts';

/** A ledger whose steps end with an error. */
const failing = (error: Error) =>
  orOutOfReach('The ledger', {
    read: async (): Promise<string> => {
      throw error;
    },
    notes: async function* (): AsyncGenerator<string> {
      yield 'one';
      throw error;
    },
  });

describe('what a command is told of a ledger', () => {
  it('is what the ledger answers, at once or one after the other', async () => {
    const steps = orOutOfReach('The ledger', {
      read: async (word: string) => word,
      notes: (words: readonly string[]) => aStream(words),
    });

    expect(await steps.read('one')).toBe('one');
    expect(await Array.fromAsync(steps.notes(['one', 'two']))).toEqual(['one', 'two']);
  });

  it('is a sentence where it can’t be reached', async () => {
    const steps = failing(Object.assign(new Error('no such host'), { name: 'TimeoutError' }));
    const said = expect.objectContaining({
      message: "The ledger can't be used: TimeoutError: no such host",
    });

    await expect(steps.read()).rejects.toEqual(said);
    await expect(Array.fromAsync(steps.notes())).rejects.toEqual(said);
  });

  it('is the ledger’s own error where it is damaged', async () => {
    const steps = failing(new LedgerBrokenError('an item', 'it is no pause'));

    await expect(steps.read()).rejects.toThrow(LedgerBrokenError);
    await expect(Array.fromAsync(steps.notes())).rejects.toThrow(LedgerBrokenError);
  });
});
