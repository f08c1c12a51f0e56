import { describe, expect, it } from 'vitest';
import { aCause, at, type Contract, idsOf, looksOf, pool, told } from './a-ledger.ts';

export const waitingCausesContract: Contract = (name, make) => {
  describe(`${name}: causes that come while somebody holds the pool`, () => {
    it('are handed to the holder at the release, who goes on holding it', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));
      await ledger.claim(pool, [aCause('third')], at(3));

      const release = await ledger.release(lease, told('one', 1));

      expect(release.kind).toBe('again');
      expect(release.kind === 'again' && idsOf(release.causes)).toEqual(['second', 'third']);
      expect((await ledger.claim(pool, [aCause('fourth', 4)], at(4))).kind).toBe('busy');
    });

    it('are handed over once each', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));
      await ledger.release(lease, told('one', 1));
      await ledger.claim(pool, [aCause('third', 3)], at(3));

      const again = await ledger.release(lease, told('two', 2));

      expect(again.kind === 'again' && idsOf(again.causes)).toEqual(['third']);
      expect(await ledger.release(lease, told('three', 3))).toEqual({ kind: 'released' });
    });

    it('wait for the next holder where the holder is gone', async () => {
      const ledger = await looksOf(make);
      await ledger.claim(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));

      const next = await ledger.claimed(pool, [aCause('third')], at(100));

      expect(idsOf(next.waiting)).toEqual(['second']);
    });

    it('wait for the next holder where the holder was gone after being handed them', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));
      await ledger.release(lease, told('one', 1));

      const next = await ledger.claimed(pool, [aCause('third')], at(100));

      expect(idsOf(next.waiting)).toEqual(['second']);
    });

    it('are forgotten once the look that names them was told, though others go on', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));
      await ledger.release(lease, told('one', 1));
      await ledger.claim(pool, [aCause('third')], at(3));
      await ledger.release(lease, told('two', 2));

      const next = await ledger.claimed(pool, [aCause('fourth')], at(100));

      expect(idsOf(next.waiting)).toEqual(['third']);
    });

    it('wait for the next holder where the holder gave up', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));

      await ledger.abandon(lease);

      const next = await ledger.claimed(pool, [aCause('third')], at(3));
      expect(idsOf(next.waiting)).toEqual(['second']);
    });

    it('are all kept, however many come at the same time', async () => {
      const ledger = await looksOf(make);
      const ids = Array.from({ length: 50 }, (_, index) => `event-${index}`);

      const claims = await Promise.all(ids.map((id) => ledger.claim(pool, [aCause(id)], at(1))));

      const holders = claims.flatMap((claim, index) =>
        claim.kind === 'claimed' ? [{ claim, id: ids[index] }] : [],
      );
      expect(holders).toHaveLength(1);
      const release = holders[0] && (await ledger.release(holders[0].claim.lease, told('one', 1)));
      const handed = release?.kind === 'again' ? idsOf(release.causes) : [];
      expect([holders[0]?.id, ...handed].toSorted()).toEqual(ids.toSorted());
    });

    it('are taken by the holder who was given them with the claim, and not handed over again', async () => {
      const ledger = await looksOf(make);
      await ledger.claim(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));
      const { lease } = await ledger.claimed(pool, [aCause('third')], at(100));

      expect(await ledger.release(lease, told('one', 100))).toEqual({ kind: 'released' });
      const later = await ledger.claimed(pool, [aCause('fourth', 110)], at(111));
      expect(later.waiting).toEqual([]);
    });

    it('keep a pool from being covered, even where the cause that claims it is', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second', 20)], at(21));
      await ledger.release(lease, told('one', 10));

      const next = await ledger.claimed(pool, [aCause('first again')], at(200));

      expect(idsOf(next.waiting)).toEqual(['second']);
    });
  });

  describe(`${name}: causes handed to a holder who gave up`, () => {
    it('keep a pool from being covered', async () => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second', 20)], at(21));
      await ledger.release(lease, told('one', 10));
      await ledger.abandon(lease);

      const next = await ledger.claimed(pool, [aCause('first again')], at(22));

      expect(idsOf(next.waiting)).toEqual(['second']);
    });

    it('no longer do where there were none', async () => {
      const ledger = await looksOf(make);
      const first = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.release(first.lease, told('one', 10));
      const second = await ledger.claimed(pool, [aCause('second', 15)], at(16));
      await ledger.abandon(second.lease);

      expect(await ledger.claim(pool, [aCause('late')], at(20))).toMatchObject({ kind: 'covered' });
    });
  });
};
