import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-memory.ts';
import { aCause, at, type Contract, ledgersOf, looksOf, otherPool, pool, told } from './a-ledger.ts';

export const historiesContract: Contract = (name, make) => {
  describe(`${name}: a pool's history`, () => {
    it('is given with the next claim', async () => {
      const ledger = await looksOf(make);
      const { lease, history } = await ledger.claimed(pool, [aCause('first')], at(0));
      await ledger.release(lease, told('one', 0, { history: aHistory() }));

      const next = await ledger.claimed(pool, [aCause('second', 5)], at(6));

      expect(history).toBeUndefined();
      expect(next.history).toEqual(aHistory());
    });

    it('is given where the claim is covered', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(10));
      await ledger.release(lease, told('one', 10, { history: aHistory() }));

      expect(await ledger.claim(pool, [aCause('late', 1)], at(11))).toEqual({
        kind: 'covered',
        last: { id: 'one', remaining: 'remaining of one' },
        history: aHistory(),
        requests: [],
        account: { pauses: [] },
      });
    });

    it('is replaced as a whole, by a release that says "again" too', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(0));
      await ledger.release(lease, told('one', 0, { history: aHistory({ debt: { old: debt } }) }));
      const second = await ledger.claimed(pool, [aCause('second', 5)], at(6));
      await ledger.claim(pool, [aCause('third', 6)], at(7));
      const newer = aHistory({ debt: { newer: debt } });

      const release = await ledger.release(second.lease, told('two', 6, { history: newer }));

      expect(release.kind).toBe('again');
      await ledger.abandon(second.lease);
      expect((await ledger.claimed(pool, [aCause('fourth', 8)], at(9))).history).toEqual(newer);
    });

    it('stays as it was where a look leaves none', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(0));
      await ledger.release(lease, told('one', 0, { history: aHistory() }));
      const second = await ledger.claimed(pool, [aCause('second', 5)], at(6));

      await ledger.release(second.lease, told('two', 6));

      const third = await ledger.claimed(pool, [aCause('third', 8)], at(9));
      expect(third).toMatchObject({ history: aHistory(), last: { id: 'two' } });
    });

    it('is shown at the desk, and of a pool that nobody has looked at there is nothing', async () => {
      const { looks, desk } = await ledgersOf(make);
      const { lease } = await looks.claimed(pool, [aCause('first')], at(0));
      await looks.release(lease, told('one', 0, { history: aHistory() }));

      expect(await desk.pool(otherPool)).toBeUndefined();
      expect(await desk.pool(pool)).toEqual({
        last: { id: 'one', remaining: 'remaining of one' },
        history: aHistory(),
        requests: [],
        account: { pauses: [] },
      });
    });
  });
};

const debt = { since: at(0), version: '1', found: 8 };
