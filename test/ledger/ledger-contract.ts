import { describe, expect, it } from 'vitest';
import type { Claim, Ledger } from '../../src/ledger/ledger.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { openOutcome } from '../../src/remediation/open-outcome.ts';
import { aCall } from '../support/a-pool-change.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

/** Makes an empty ledger whose leases last so many seconds. */
export type MakeLedger = (leaseSeconds: number) => Ledger | Promise<Ledger>;

const pool = poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123');
const otherPool = poolRef('111122223333', 'eu-west-1', 'eu-west-1_Other1234');
const leaseSeconds = 90;

/** So many seconds after the first event. */
const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-23T10:00:00Z') + seconds * 1000).toISOString();

const aCause = (eventId: string, seconds = 0) => aCall({ eventId, eventTime: at(seconds) });
const idsOf = (causes: readonly unknown[]) => causes.map((cause) => (cause as { eventId: string }).eventId);

const anOpenOutcome = (id: string) => {
  const snapshot = aPoolSnapshot();
  const causes = [aCause('first')];
  const plan = { changes: [], refusals: [], calls: [], carried: 3 };
  const look = { snapshot, evaluation: { findings: [], targets: new Map(), kept: new Map() }, plan };
  const frame = { id, pool, causes, policyDigest: 'sha256:0', startedAt: at(1), endedAt: at(1) };
  return openOutcome(frame, [], look, { written: [] });
};

const claimed = (claim: Claim): Extract<Claim, { kind: 'claimed' }> => {
  if (claim.kind !== 'claimed') throw new Error(`The claim was ${claim.kind}.`);
  return claim;
};

const last = (id: string) => ({ id, remaining: `remaining of ${id}` });

/** What every ledger promises, whatever it is made of. */
export const ledgerContract = (name: string, make: MakeLedger): void => {
  const aLedger = async () => {
    const ledger = await make(leaseSeconds);
    return {
      ...ledger,
      claimed: async (...args: Parameters<Ledger['claim']>) => claimed(await ledger.claim(...args)),
    };
  };

  describe(`${name}: a claim`, () => {
    it('gives a pool that nobody holds, with nothing waiting and nothing remembered', async () => {
      const ledger = await aLedger();

      const claim = await ledger.claimed(pool, [aCause('first')], at(1));

      expect(claim).toEqual({
        kind: 'claimed',
        lease: { pool, id: expect.stringMatching(/.+/) },
        waiting: [],
      });
    });

    it('finds a pool that somebody holds busy', async () => {
      const ledger = await aLedger();
      await ledger.claim(pool, [aCause('first')], at(1));

      expect(await ledger.claim(pool, [aCause('second')], at(2))).toEqual({ kind: 'busy' });
    });

    it('is of one pool: others stay free', async () => {
      const ledger = await aLedger();
      await ledger.claim(pool, [aCause('first')], at(1));

      expect((await ledger.claim(otherPool, [aCause('second')], at(2))).kind).toBe('claimed');
    });

    it('gives a pool to one of many who ask at the same time', async () => {
      const ledger = await aLedger();

      const claims = await Promise.all(
        [...'abcdefgh'].map((eventId) => ledger.claim(pool, [aCause(eventId)], at(1))),
      );

      expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
      expect(claims.filter(({ kind }) => kind === 'busy')).toHaveLength(7);
    });

    it('ends with its lease, and the next one has another lease', async () => {
      const ledger = await aLedger();
      const first = await ledger.claimed(pool, [aCause('first')], at(0));

      expect((await ledger.claim(pool, [aCause('second')], at(leaseSeconds - 1))).kind).toBe('busy');
      const second = await ledger.claimed(pool, [aCause('third')], at(leaseSeconds));

      expect(second.lease.id).not.toBe(first.lease.id);
    });
  });

  describe(`${name}: causes that come while somebody holds the pool`, () => {
    it('are handed to the holder at the release, who goes on holding it', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));
      await ledger.claim(pool, [aCause('third')], at(3));

      const release = await ledger.release(lease, at(1), last('one'));

      expect(release.kind).toBe('again');
      expect(release.kind === 'again' && idsOf(release.causes)).toEqual(['second', 'third']);
      expect((await ledger.claim(pool, [aCause('fourth', 4)], at(4))).kind).toBe('busy');
    });

    it('are handed over once each', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));
      await ledger.release(lease, at(1), last('one'));
      await ledger.claim(pool, [aCause('third', 3)], at(3));

      const again = await ledger.release(lease, at(2), last('two'));

      expect(again.kind === 'again' && idsOf(again.causes)).toEqual(['third']);
      expect(await ledger.release(lease, at(3), last('three'))).toEqual({ kind: 'released' });
    });

    it('wait for the next holder where the holder is gone', async () => {
      const ledger = await aLedger();
      await ledger.claim(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));

      const next = await ledger.claimed(pool, [aCause('third')], at(100));

      expect(idsOf(next.waiting)).toEqual(['second']);
    });

    it('wait for the next holder where the holder was gone after being handed them', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));
      await ledger.release(lease, at(1), last('one'));

      const next = await ledger.claimed(pool, [aCause('third')], at(100));

      expect(idsOf(next.waiting)).toEqual(['second']);
    });

    it('are forgotten once the look that names them was told, though others go on', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));
      await ledger.release(lease, at(1), last('one'));
      await ledger.claim(pool, [aCause('third')], at(3));
      await ledger.release(lease, at(2), last('two'));

      const next = await ledger.claimed(pool, [aCause('fourth')], at(100));

      expect(idsOf(next.waiting)).toEqual(['third']);
    });

    it('wait for the next holder where the holder gave up', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));

      await ledger.abandon(lease);

      const next = await ledger.claimed(pool, [aCause('third')], at(3));
      expect(idsOf(next.waiting)).toEqual(['second']);
    });

    it('are all kept, however many come at the same time', async () => {
      const ledger = await aLedger();
      const ids = Array.from({ length: 50 }, (_, index) => `event-${index}`);

      const claims = await Promise.all(ids.map((id) => ledger.claim(pool, [aCause(id)], at(1))));

      const holders = claims.flatMap((claim, index) =>
        claim.kind === 'claimed' ? [{ claim, id: ids[index] }] : [],
      );
      expect(holders).toHaveLength(1);
      const release = holders[0] && (await ledger.release(holders[0].claim.lease, at(1), last('one')));
      const handed = release?.kind === 'again' ? idsOf(release.causes) : [];
      expect([holders[0]?.id, ...handed].toSorted()).toEqual(ids.toSorted());
    });

    it('are taken by the holder who was given them with the claim, and not handed over again', async () => {
      const ledger = await aLedger();
      await ledger.claim(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second')], at(2));
      const { lease } = await ledger.claimed(pool, [aCause('third')], at(100));

      expect(await ledger.release(lease, at(100), last('one'))).toEqual({ kind: 'released' });
      const later = await ledger.claimed(pool, [aCause('fourth', 110)], at(111));
      expect(later.waiting).toEqual([]);
    });

    it('keep a pool from being covered, even where the cause that claims it is', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second', 20)], at(21));
      await ledger.release(lease, at(10), last('one'));

      const next = await ledger.claimed(pool, [aCause('first again')], at(200));

      expect(idsOf(next.waiting)).toEqual(['second']);
    });
  });

  describe(`${name}: causes handed to a holder who gave up`, () => {
    it('keep a pool from being covered', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.claim(pool, [aCause('second', 20)], at(21));
      await ledger.release(lease, at(10), last('one'));
      await ledger.abandon(lease);

      const next = await ledger.claimed(pool, [aCause('first again')], at(22));

      expect(idsOf(next.waiting)).toEqual(['second']);
    });

    it('no longer do where there were none', async () => {
      const ledger = await aLedger();
      const first = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.release(first.lease, at(10), last('one'));
      const second = await ledger.claimed(pool, [aCause('second', 15)], at(16));
      await ledger.abandon(second.lease);

      expect(await ledger.claim(pool, [aCause('late')], at(20))).toEqual({ kind: 'covered' });
    });
  });

  describe(`${name}: a cause that a look answers for`, () => {
    const afterALookAt = async (seconds: number) => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(seconds));
      await ledger.release(lease, at(seconds), last('one'));
      return ledger;
    };

    it('is covered where it is older than the look by all that a write takes to show', async () => {
      const ledger = await afterALookAt(10);

      expect(await ledger.claim(pool, [aCause('late', 6)], at(20))).toEqual({ kind: 'covered' });
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

  describe(`${name}: what is remembered`, () => {
    it('is given to the next holder where the one who remembered it is gone', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      const open = anOpenOutcome('one');

      expect(await ledger.remember(lease, open, at(2))).toBe(true);

      expect((await ledger.claimed(pool, [aCause('first')], at(100))).open).toEqual(open);
    });

    it('is the newest of what one holder remembered', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.remember(lease, anOpenOutcome('one'), at(2));
      await ledger.remember(lease, anOpenOutcome('two'), at(3));

      expect((await ledger.claimed(pool, [aCause('first')], at(100))).open?.id).toBe('two');
    });

    it('survives being abandoned, and then the pool is free at once', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.remember(lease, anOpenOutcome('one'), at(2));

      await ledger.abandon(lease);

      expect((await ledger.claimed(pool, [aCause('first')], at(3))).open?.id).toBe('one');
    });

    it('keeps a pool from being covered', async () => {
      const ledger = await aLedger();
      const first = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.release(first.lease, at(10), last('one'));
      const second = await ledger.claimed(pool, [aCause('second', 15)], at(16));
      await ledger.remember(second.lease, anOpenOutcome('two'), at(17));
      await ledger.abandon(second.lease);

      const claim = await ledger.claimed(pool, [aCause('late', 1)], at(20));

      expect(claim.open?.id).toBe('two');
    });

    it('is cleared by the release', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.remember(lease, anOpenOutcome('one'), at(2));
      await ledger.release(lease, at(1), last('one'));

      expect(await ledger.claimed(pool, [aCause('second', 5)], at(6))).not.toHaveProperty('open');
    });

    it('is cleared by a release that says "again" too', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(1));
      await ledger.remember(lease, anOpenOutcome('one'), at(2));
      await ledger.claim(pool, [aCause('second', 3)], at(3));
      await ledger.release(lease, at(1), last('one'));

      expect(await ledger.claimed(pool, [aCause('third', 5)], at(100))).not.toHaveProperty('open');
    });
  });

  describe(`${name}: a lease that was lost`, () => {
    it('lets nothing be remembered once its time is over, though nobody else came', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(0));

      expect(await ledger.remember(lease, anOpenOutcome('one'), at(leaseSeconds))).toBe(false);
      expect(await ledger.claimed(pool, [aCause('second')], at(100))).not.toHaveProperty('open');
    });

    it('lets nothing be remembered, released or abandoned once somebody else holds the pool', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(0));
      const next = await ledger.claimed(pool, [aCause('second')], at(100));
      await ledger.remember(next.lease, anOpenOutcome('two'), at(101));

      expect(await ledger.remember(lease, anOpenOutcome('one'), at(101))).toBe(false);
      expect(await ledger.release(lease, at(1), last('one'))).toEqual({ kind: 'lost' });
      await ledger.abandon(lease);

      expect((await ledger.claim(pool, [aCause('third')], at(102))).kind).toBe('busy');
      const third = await ledger.claimed(pool, [aCause('fourth')], at(300));
      expect(third.open?.id).toBe('two');
      expect(third).not.toHaveProperty('last');
    });

    it('is not found again after a release', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(0));
      await ledger.release(lease, at(1), last('one'));

      expect(await ledger.release(lease, at(2), last('two'))).toEqual({ kind: 'lost' });
      expect(await ledger.remember(lease, anOpenOutcome('one'), at(3))).toBe(false);
    });
  });

  describe(`${name}: the last outcome`, () => {
    it('is given with the next claim', async () => {
      const ledger = await aLedger();
      const { lease } = await ledger.claimed(pool, [aCause('first')], at(0));
      await ledger.release(lease, at(1), last('one'));

      expect((await ledger.claimed(pool, [aCause('second', 5)], at(6))).last).toEqual(last('one'));
    });

    it('is the newest one', async () => {
      const ledger = await aLedger();
      const first = await ledger.claimed(pool, [aCause('first')], at(0));
      await ledger.release(first.lease, at(1), last('one'));
      const second = await ledger.claimed(pool, [aCause('second', 5)], at(6));
      await ledger.release(second.lease, at(6), last('two'));

      expect((await ledger.claimed(pool, [aCause('third', 9)], at(10))).last).toEqual(last('two'));
    });

    it('outlives a holder that is gone', async () => {
      const ledger = await aLedger();
      const first = await ledger.claimed(pool, [aCause('first')], at(0));
      await ledger.release(first.lease, at(1), last('one'));
      await ledger.claim(pool, [aCause('second', 5)], at(6));

      expect((await ledger.claimed(pool, [aCause('third', 9)], at(200))).last).toEqual(last('one'));
    });
  });
};
