import { describe, expect, it } from 'vitest';
import { aCause, anOpenOutcome, at, type Contract, leaseSeconds, looksOf, pool, told } from './a-ledger.ts';

export const openOutcomesContract: Contract = (name, make) => {
  describe(`${name}: what is remembered`, () => {
    it('is given to the next holder where the one who remembered it is gone', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      const open = anOpenOutcome('one');

      expect(await ledger.remember(lease, open, at(2))).toBe(true);

      expect((await ledger.claimed(pool, [aCause('first')], at(100))).open).toEqual(open);
    });

    it('is the newest of what one holder remembered', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.remember(lease, anOpenOutcome('one'), at(2));
      await ledger.remember(lease, anOpenOutcome('two'), at(3));

      expect((await ledger.claimed(pool, [aCause('first')], at(100))).open?.id).toBe('two');
    });

    it('survives being abandoned, and then the pool is free at once', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.remember(lease, anOpenOutcome('one'), at(2));

      await ledger.abandon(lease);

      expect((await ledger.claimed(pool, [aCause('first')], at(3))).open?.id).toBe('one');
    });

    it('keeps a pool from being covered', async () => {
      const ledger = await looksOf(make);
      const first = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.release(first.lease, told('one', 10));
      const second = await ledger.claimed(pool, [aCause('second', 15)], at(16));
      await ledger.remember(second.lease, anOpenOutcome('two'), at(17));
      await ledger.abandon(second.lease);

      const claim = await ledger.claimed(pool, [aCause('late', 1)], at(20));

      expect(claim.open?.id).toBe('two');
    });

    it('is cleared by the release', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.remember(lease, anOpenOutcome('one'), at(2));
      await ledger.release(lease, told('one', 1));

      expect(await ledger.claimed(pool, [aCause('second', 5)], at(6))).not.toHaveProperty('open');
    });

    it('is cleared by a release that says "again" too', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.remember(lease, anOpenOutcome('one'), at(2));
      await ledger.claim(pool, [aCause('second', 3)], at(3));
      await ledger.release(lease, told('one', 1));

      expect(await ledger.claimed(pool, [aCause('third', 5)], at(100))).not.toHaveProperty('open');
    });
  });

  describe(`${name}: a lease that was lost`, () => {
    it('lets nothing be remembered once its time is over, though nobody else came', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(0));

      expect(await ledger.remember(lease, anOpenOutcome('one'), at(leaseSeconds))).toBe(false);
      expect(await ledger.claimed(pool, [aCause('second')], at(100))).not.toHaveProperty('open');
    });

    it('lets nothing be remembered, released or abandoned once somebody else holds the pool', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(0));
      const next = await ledger.claimed(pool, [aCause('second')], at(100));
      await ledger.remember(next.lease, anOpenOutcome('two'), at(101));

      expect(await ledger.remember(lease, anOpenOutcome('one'), at(101))).toBe(false);
      expect(await ledger.release(lease, told('one', 1))).toEqual({ kind: 'lost' });
      await ledger.abandon(lease);

      expect((await ledger.claim(pool, [aCause('third')], at(102))).kind).toBe('busy');
      const third = await ledger.claimed(pool, [aCause('fourth')], at(300));
      expect(third.open?.id).toBe('two');
      expect(third).not.toHaveProperty('last');
    });

    it('is not found again after a release', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(0));
      await ledger.release(lease, told('one', 1));

      expect(await ledger.release(lease, told('two', 2))).toEqual({ kind: 'lost' });
      expect(await ledger.remember(lease, anOpenOutcome('one'), at(3))).toBe(false);
    });
  });
};
