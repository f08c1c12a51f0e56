import { describe, expect, it } from 'vitest';
import { aRequest } from '../a-memory.ts';
import { aCause, at, type Contract, ledgersOf, otherPool, pool, told } from './a-ledger.ts';

export const requestsContract: Contract = (name, make) => {
  /** A memory that knows the pool. */
  const lookedAt = async () => {
    const ledgers = await ledgersOf(make);
    const { lease } = await ledgers.looks.claimed(pool, [aCause('first')], at(0));
    await ledgers.looks.release(lease, told('one', 0));
    return ledgers;
  };

  describe(`${name}: what a person asks of a pool's memory`, () => {
    it('is given with every claim until a look has taken it in, oldest first', async () => {
      const { looks, desk } = await lookedAt();
      expect(await desk.ask(pool, aRequest('later', at(3)))).toBe(true);
      expect(await desk.ask(pool, aRequest('sooner', at(2)))).toBe(true);

      const first = await looks.claimed(pool, [aCause('second', 4)], at(5));
      await looks.release(first.lease, told('two', 5, { requestsDone: ['sooner'] }));
      const second = await looks.claimed(pool, [aCause('third', 6)], at(7));

      expect(first.requests).toEqual([aRequest('sooner', at(2)), aRequest('later', at(3))]);
      expect(second.requests).toEqual([aRequest('later', at(3))]);
    });

    it('is given where the claim is covered, and shown at the desk', async () => {
      const { looks, desk } = await lookedAt();
      const { lease } = await looks.claimed(pool, [aCause('second', 4)], at(5));
      await looks.release(lease, told('two', 10));
      await desk.ask(pool, aRequest('one', at(11)));

      const covered = { kind: 'covered', requests: [aRequest('one', at(11))] };
      expect(await looks.claim(pool, [aCause('late', 1)], at(12))).toMatchObject(covered);
      expect((await desk.pool(pool))?.requests).toEqual([aRequest('one', at(11))]);
    });

    it('is kept where it is asked while somebody looks', async () => {
      const { looks, desk } = await lookedAt();
      await desk.ask(pool, aRequest('one', at(3)));
      const { lease } = await looks.claimed(pool, [aCause('second', 4)], at(5));
      await desk.ask(pool, aRequest('two', at(6)));

      await looks.release(lease, told('two', 5, { requestsDone: ['one'] }));

      expect((await desk.pool(pool))?.requests).toEqual([aRequest('two', at(6))]);
    });

    it('is taken in by a release that says "again" too', async () => {
      const { looks, desk } = await lookedAt();
      await desk.ask(pool, aRequest('one', at(3)));
      const { lease } = await looks.claimed(pool, [aCause('second', 4)], at(5));
      await looks.claim(pool, [aCause('third', 6)], at(7));

      const release = await looks.release(lease, told('two', 5, { requestsDone: ['one'] }));

      expect(release.kind).toBe('again');
      expect((await desk.pool(pool))?.requests).toEqual([]);
    });

    it('stays where the look is deferred, given up, or no longer the holder’s', async () => {
      const { looks, desk } = await lookedAt();
      await desk.ask(pool, aRequest('one', at(3)));
      const first = await looks.claimed(pool, [aCause('second', 4)], at(5));
      await looks.defer(first.lease, { waiting: [], omitted: 0 }, at(6));
      await looks.release(first.lease, told('two', 5, { requestsDone: ['one'] }));
      const second = await looks.claimed(pool, [aCause('third', 6)], at(7));
      await looks.abandon(second.lease);

      expect((await desk.pool(pool))?.requests).toEqual([aRequest('one', at(3))]);
    });

    it('is one request where it is asked twice', async () => {
      const { desk } = await lookedAt();
      await desk.ask(pool, aRequest('one', at(3)));

      expect(await desk.ask(pool, aRequest('one', at(3)))).toBe(true);

      expect((await desk.pool(pool))?.requests).toEqual([aRequest('one', at(3))]);
    });

    it('is asked in vain of a pool that nothing is remembered of, and makes it no known one', async () => {
      const { desk } = await lookedAt();

      expect(await desk.ask(otherPool, aRequest('one', at(3)))).toBe(false);

      expect(await desk.pool(otherPool)).toBeUndefined();
    });
  });
};
