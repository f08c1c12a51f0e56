import { describe, expect, it } from 'vitest';
import { aCause, at, type Contract, last, looksOf, pool, told } from './a-ledger.ts';

export const lastOutcomesContract: Contract = (name, make) => {
  describe(`${name}: the last outcome`, () => {
    it('is given with the next claim', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(0));
      await ledger.release(lease, told('one', 1));

      expect((await ledger.claimed(pool, [aCause('second', 5)], at(6))).last).toEqual(last('one'));
    });

    it('is the newest one', async () => {
      const ledger = await looksOf(make);
      const first = await ledger.claimed(pool, [aCause('first')], at(0));
      await ledger.release(first.lease, told('one', 1));
      const second = await ledger.claimed(pool, [aCause('second', 5)], at(6));
      await ledger.release(second.lease, told('two', 6));

      expect((await ledger.claimed(pool, [aCause('third', 9)], at(10))).last).toEqual(last('two'));
    });

    it('outlives a holder that is gone', async () => {
      const ledger = await looksOf(make);
      const first = await ledger.claimed(pool, [aCause('first')], at(0));
      await ledger.release(first.lease, told('one', 1));
      await ledger.claim(pool, [aCause('second', 5)], at(6));

      expect((await ledger.claimed(pool, [aCause('third', 9)], at(200))).last).toEqual(last('one'));
    });
  });
};
