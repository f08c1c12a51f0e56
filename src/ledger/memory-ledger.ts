import type { Ledgers } from './ledgers.ts';
import type { RecordLedgerOptions } from './record-ledger.ts';
import { recordLedgers } from './record-ledgers.ts';
import type { Shelf } from './shelf.ts';

/**
 * A memory that lives as long as the process.
 * @param madeAt when it was made, ISO 8601 UTC, for who asks the book; left out where nobody does
 */
export const memoryLedger = ({
  madeAt,
  ...options
}: RecordLedgerOptions & { readonly madeAt?: string }): Ledgers =>
  recordLedgers(
    {
      pools: memoryShelf(),
      account: memoryShelf(),
      outcomes: memoryShelf(),
      sweeps: memoryShelf(),
      notices: memoryShelf(),
      tellings: memoryShelf(),
      repeats: memoryShelf(),
      windows: memoryShelf(),
      members: memoryShelf(),
    },
    options,
    madeAt,
  );

const memoryShelf = <Value>(): Shelf<Value> => {
  const values = new Map<string, Value>();
  return {
    read: async (key) => values.get(key),
    take: async (key, step) => {
      const [answer, value] = step(values.get(key));
      if (value !== undefined) values.set(key, value);
      return answer;
    },
  };
};
