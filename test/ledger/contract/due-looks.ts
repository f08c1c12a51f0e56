import { describe, expect, it } from 'vitest';
import {
  aCause,
  anOpenOutcome,
  at,
  type Contract,
  idsOf,
  type Looks,
  leaseSeconds,
  looksOf,
  pool,
  told,
} from './a-ledger.ts';

export const dueLooksContract: Contract = (name, make) => {
  /** A look at 60 s is due for two causes and three of which nothing is kept. */
  const deferred = async (): Promise<Looks> => {
    const ledger = await looksOf(make);
    const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
    await ledger.defer(lease, { waiting: [aCause('first'), aCause('second')], omitted: 3 }, at(60));
    return ledger;
  };

  describe(`${name}: a look that was deferred`, () => {
    it('lets causes wait for it that may', async () => {
      const ledger = await deferred();

      expect(await ledger.claim(pool, [aCause('third')], at(59), true)).toEqual({ kind: 'due' });

      const claim = await ledger.claimed(pool, [aCause('fourth')], at(60), true);
      expect(idsOf(claim.waiting)).toEqual(['first', 'second', 'third']);
    });

    it('is taken at once by causes that may not wait', async () => {
      const ledger = await deferred();

      const claim = await ledger.claimed(pool, [aCause('urgent')], at(2));

      expect(idsOf(claim.waiting)).toEqual(['first', 'second']);
      expect(claim.omitted).toBe(3);
    });

    it('is no longer due once somebody took it, though they give up', async () => {
      const ledger = await deferred();
      const { lease } = await ledger.claimed(pool, [aCause('urgent')], at(2));
      await ledger.abandon(lease);

      const claim = await ledger.claimed(pool, [aCause('third')], at(3), true);

      expect(idsOf(claim.waiting)).toEqual(['first', 'second']);
      expect(claim.omitted).toBe(3);
    });

    it('is no longer due once it was taken and told', async () => {
      const ledger = await deferred();
      const { lease } = await ledger.claimed(pool, [aCause('urgent')], at(2));
      await ledger.release(lease, told('one', 2));

      const claim = await ledger.claimed(pool, [aCause('third', 10)], at(11), true);

      expect(claim.waiting).toEqual([]);
      expect(claim.omitted).toBe(0);
    });

    it('keeps the pool from being covered when its time has come', async () => {
      const ledger = await looksOf(make);
      const first = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.release(first.lease, told('one', 20));
      const second = await ledger.claimed(pool, [aCause('second', 21)], at(22));
      await ledger.defer(second.lease, { waiting: [aCause('second', 21)], omitted: 0 }, at(60));

      const claim = await ledger.claimed(pool, [aCause('late', 1)], at(60), true);

      expect(idsOf(claim.waiting)).toEqual(['second']);
    });

    it('comes before causes that came while its holder had the pool', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('meanwhile')], at(2), true);

      await ledger.defer(lease, { waiting: [aCause('first')], omitted: 0 }, at(60));

      const claim = await ledger.claimed(pool, [], at(60), true);
      expect(idsOf(claim.waiting)).toEqual(['first', 'meanwhile']);
    });

    it('takes what its holder was given into what waits, and no second time', async () => {
      const ledger = await deferred();
      const { lease, waiting, omitted } = await ledger.claimed(pool, [], at(60));

      await ledger.defer(lease, { waiting, omitted }, at(90));

      const claim = await ledger.claimed(pool, [], at(91));
      expect(idsOf(claim.waiting)).toEqual(['first', 'second']);
      expect(claim.omitted).toBe(3);
    });

    it('leaves the open outcome, the last one and what was looked at as they were', async () => {
      const ledger = await looksOf(make);
      const first = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.release(first.lease, told('one', 1));
      const second = await ledger.claimed(pool, [aCause('second', 5)], at(6));
      await ledger.remember(second.lease, anOpenOutcome('two'), at(7));

      await ledger.defer(second.lease, { waiting: [], omitted: 0 }, at(60));

      const claim = await ledger.claimed(pool, [aCause('third', 8)], at(60), true);
      expect(claim).toMatchObject({ open: { id: 'two' }, last: { id: 'one' }, waiting: [] });
    });

    it('is not lost where it comes while somebody holds the pool: they look again', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));

      const due = await ledger.claim(pool, [], at(2));

      expect(due).toEqual({ kind: 'busy' });
      expect(await ledger.release(lease, told('one', 1))).toEqual({ kind: 'again', causes: [], omitted: 0 });
      expect(await ledger.release(lease, told('two', 3))).toEqual({ kind: 'released' });
    });

    it('lets nobody wait who finds the pool held: they are told so', async () => {
      const ledger = await deferred();
      await ledger.claim(pool, [aCause('urgent')], at(2));

      expect(await ledger.claim(pool, [aCause('third')], at(3), true)).toEqual({ kind: 'busy' });
    });

    it('is nothing that a lost lease can bring about', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      const next = await ledger.claimed(pool, [aCause('second')], at(1 + leaseSeconds));

      await ledger.defer(lease, { waiting: [aCause('first')], omitted: 1 }, at(600));

      expect(await ledger.claim(pool, [aCause('third')], at(100), true)).toEqual({ kind: 'busy' });
      const release = await ledger.release(next.lease, told('one', 95));
      expect(release.kind === 'again' && idsOf(release.causes)).toEqual(['third']);
    });
  });

  it(`${name}: causes that may wait are looked at where nothing is due`, async () => {
    const ledger = await looksOf(make);

    expect((await ledger.claim(pool, [aCause('first')], at(1), true)).kind).toBe('claimed');
  });
};
