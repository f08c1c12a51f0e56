import { describe, expect, it } from 'vitest';
import { aCall } from '../../support/a-pool-change.ts';
import { aCause, at, type Contract, looksOf, otherPool, pool, told } from './a-ledger.ts';

export const coveredCausesContract: Contract = (name, make) => {
  describe(`${name}: a cause that a look answers for`, () => {
    const afterALookAt = async (seconds: number) => {
      const ledger = await looksOf(make);
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(seconds));
      await ledger.release(lease, told('one', seconds));
      return ledger;
    };

    it('is covered where it is older than the look by all that a write takes to show', async () => {
      const ledger = await afterALookAt(10);

      expect(await ledger.claim(pool, [aCause('late', 6)], at(20))).toMatchObject({ kind: 'covered' });
    });

    it('is looked at where its write may not have shown when the look began', async () => {
      const ledger = await afterALookAt(10);

      expect((await ledger.claim(pool, [aCause('late', 7)], at(20))).kind).toBe('claimed');
    });

    it('is looked at where the call may have come after the look began', async () => {
      const ledger = await afterALookAt(10.5);

      expect((await ledger.claim(pool, [aCause('late', 10)], at(20))).kind).toBe('claimed');
    });

    it('is looked at where only some of the causes are covered', async () => {
      const ledger = await afterALookAt(10);

      const claim = await ledger.claim(pool, [aCause('late', 1), aCause('new', 15)], at(20));

      expect(claim.kind).toBe('claimed');
    });

    it('is not covered where policy does not govern the call: a look at settings says nothing of it', async () => {
      const ledger = await afterALookAt(10);
      const client = aCall({ call: 'CreateUserPoolClient', governed: false, eventTime: at(1) });

      expect((await ledger.claim(pool, [client], at(20))).kind).toBe('claimed');
    });

    it('is not covered where a person asked for the look', async () => {
      const ledger = await afterALookAt(10);

      const claim = await ledger.claim(pool, [{ kind: 'asked', eventTime: at(1) }], at(20));

      expect(claim.kind).toBe('claimed');
    });

    it('is covered on that pool only', async () => {
      const ledger = await afterALookAt(10);

      expect((await ledger.claim(otherPool, [aCause('late', 1)], at(20))).kind).toBe('claimed');
    });
  });
};
