import { describe, expect, it } from 'vitest';
import { aCause, at, type Contract, leaseSeconds, looksOf, otherPool, pool } from './a-ledger.ts';

export const claimContract: Contract = (name, make) => {
  describe(`${name}: a claim`, () => {
    it('gives a pool that nobody holds, with nothing waiting and nothing remembered', async () => {
      const ledger = await looksOf(make);

      const claim = await ledger.claimed(pool, [aCause('first')], at(1));

      expect(claim).toEqual({
        kind: 'claimed',
        lease: { pool, id: expect.stringMatching(/.+/) },
        waiting: [],
        omitted: 0,
        requests: [],
        account: { pauses: [] },
      });
    });

    it('finds a pool that somebody holds busy', async () => {
      const ledger = await looksOf(make);
      await ledger.claim(pool, [aCause('first')], at(1));

      expect(await ledger.claim(pool, [aCause('second')], at(2))).toEqual({ kind: 'busy' });
    });

    it('is of one pool: others stay free', async () => {
      const ledger = await looksOf(make);
      await ledger.claim(pool, [aCause('first')], at(1));

      expect((await ledger.claim(otherPool, [aCause('second')], at(2))).kind).toBe('claimed');
    });

    it('gives a pool to one of many who ask at the same time', async () => {
      const ledger = await looksOf(make);

      const claims = await Promise.all(
        [...'abcdefgh'].map((eventId) => ledger.claim(pool, [aCause(eventId)], at(1))),
      );

      expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
      expect(claims.filter(({ kind }) => kind === 'busy')).toHaveLength(7);
    });

    it('ends with its lease, and the next one has another lease', async () => {
      const ledger = await looksOf(make);
      const first = await ledger.claimed(pool, [aCause('first')], at(0));

      expect((await ledger.claim(pool, [aCause('second')], at(leaseSeconds - 1))).kind).toBe('busy');
      const second = await ledger.claimed(pool, [aCause('third')], at(leaseSeconds));

      expect(second.lease.id).not.toBe(first.lease.id);
    });
  });
};
