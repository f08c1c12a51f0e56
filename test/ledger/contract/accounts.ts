import { describe, expect, it } from 'vitest';
import { aPause } from '../../support/a-pause.ts';
import { anAccountRecord } from '../../support/an-account-record.ts';
import { aCause, at, type Contract, ledgersOf, otherPool, pool, told } from './a-ledger.ts';

export const accountsContract: Contract = (name, make) => {
  describe(`${name}: a pause`, () => {
    const short = aPause({ id: 'short', at: at(0), until: at(60) });
    const long = aPause({ id: 'long', at: at(1), until: at(120), pool: pool.arn });

    it('is given with claims until it is over, the one of a pool with those of every pool', async () => {
      const { looks, desk } = await ledgersOf(make);
      await desk.pause(long);
      await desk.pause(short);

      const before = await looks.claimed(pool, [aCause('first')], at(59));
      const after = await looks.claimed(otherPool, [aCause('second')], at(60));

      expect(before.account.pauses).toEqual([short, long]);
      expect(after.account.pauses).toEqual([long]);
      expect(await looks.pauses(at(59))).toEqual([short, long]);
      expect(await looks.pauses(at(60))).toEqual([long]);
    });

    it('is known at the desk and to the book until it is taken away, though it is over', async () => {
      const { looks, desk, book } = await ledgersOf(make);
      await desk.pause(short);
      await desk.pause(long);
      const { lease } = await looks.claimed(pool, [aCause('first')], at(1000));
      await looks.release(lease, told('one', 1000));

      expect(await desk.pauses()).toEqual([short, long]);
      expect(await book.pauses()).toEqual([short, long]);
      expect((await desk.pool(pool))?.account.pauses).toEqual([short, long]);
    });

    it('is taken away by whoever has it as it was stored, once or twice, and no other with it', async () => {
      const { desk, book } = await ledgersOf(make);
      await desk.pause(short);
      await desk.pause(long);
      const [stored = short] = await desk.pauses();

      await desk.resume(stored);
      await book.resume(stored);

      expect(await desk.pauses()).toEqual([long]);
    });

    it('is one pause where it is asked twice, in whatever order its members come', async () => {
      const { desk } = await ledgersOf(make);
      await desk.pause(short);

      await desk.pause(Object.fromEntries(Object.entries(short).toReversed()) as unknown as typeof short);

      expect(await desk.pauses()).toEqual([short]);
    });

    it('finds room among forty and no more, and none where it is too long', async () => {
      const { desk } = await ledgersOf(make);
      for (let nth = 0; nth < 40; nth += 1) await desk.pause(aPause({ id: `pause-${nth}` }));

      await expect(desk.pause(aPause({ id: 'pause-40' }))).rejects.toThrow('There are 40 pauses already');
      await expect(desk.pause(aPause({ reason: 'r'.repeat(1_000) }))).rejects.toThrow('This request takes');

      await desk.pause(aPause({ id: 'pause-39' }));
      expect(await desk.pauses()).toHaveLength(40);
    });

    it('is all that stands there: nothing is damaged, and mending takes nothing away', async () => {
      const { desk, book } = await ledgersOf(make);
      expect(await book.mendPauses()).toBe(0);
      await desk.pause(short);

      expect(await desk.damagedPauses()).toBe(0);
      expect(await desk.mendPauses()).toBe(0);

      expect(await desk.pauses()).toEqual([short]);
    });

    it('can be taken away where there is none', async () => {
      const { desk } = await ledgersOf(make);

      await desk.resume(short);

      expect(await desk.pauses()).toEqual([]);
    });
  });

  describe(`${name}: the account's record`, () => {
    const first = anAccountRecord();
    const second = anAccountRecord({ watch: { since: at(0), isComplete: true } });

    it('is read with the version by which it can be replaced', async () => {
      const { book } = await ledgersOf(make);
      expect(await book.read()).toBeUndefined();

      expect(await book.replace(first, 0)).toBe(true);
      expect(await book.replace(second, 1)).toBe(true);

      expect(await book.read()).toEqual({ record: second, version: 2 });
    });

    it('is not replaced by who has read another one, or none', async () => {
      const { book } = await ledgersOf(make);
      await book.replace(first, 0);
      await book.replace(second, 1);

      expect(await book.replace(first, 0)).toBe(false);
      expect(await book.replace(first, 1)).toBe(false);
      expect(await book.replace(first, 3)).toBe(false);

      expect(await book.read()).toEqual({ record: second, version: 2 });
    });

    it('is replaced by one of two who read the same', async () => {
      const { book } = await ledgersOf(make);

      const replaced = await Promise.all([book.replace(first, 0), book.replace(second, 0)]);

      expect(replaced.toSorted()).toEqual([false, true]);
    });

    it('tells looks since when all pools are looked after', async () => {
      const { looks, book } = await ledgersOf(make);
      const before = await looks.claimed(pool, [aCause('first')], at(0));
      await book.replace(second, 0);

      const after = await looks.claimed(otherPool, [aCause('second')], at(1));

      expect(before.account).toEqual({ pauses: [] });
      expect(after.account).toEqual({ pauses: [], watch: second.watch });
    });

    it('and the pauses leave each other as they are', async () => {
      const { desk, book } = await ledgersOf(make);
      await desk.pause(aPause());
      expect(await book.read()).toBeUndefined();
      await book.replace(first, 0);
      await desk.resume(aPause());

      expect(await desk.pauses()).toEqual([]);
      expect(await book.read()).toEqual({ record: first, version: 1 });
    });
  });
};
