import { describe, expect, it } from 'vitest';
import type { Standing } from '../../src/ledger/ledger.ts';
import { type Digest, digestUnderWay } from '../../src/sweep/digest.ts';
import { aStanding } from '../support/a-standing.ts';
import { aSweeper, poolIds, scheduled } from '../support/a-sweeper.ts';
import { anAccountRecord } from '../support/an-account-record.ts';
import { aFinding } from '../support/an-outcome.ts';

const now = new Date('2026-11-23T10:00:00Z');

const refused = { code: 'needs-tier', settings: ['UserPoolTier'], reason: 'A tier.', next: 'Pay.' } as const;

const digestOf = (sweep: string, notes: readonly Standing[], at: Date): Digest | undefined => {
  const underWay = digestUnderWay(sweep, at);
  for (const note of notes) underWay.add(note);
  return underWay.digest();
};

describe('the digest of a sweep', () => {
  it('counts debt, what is only told, and refusals', () => {
    const digest = digestOf(
      'it',
      [
        aStanding('A', { findings: [aFinding({ now: 8, left: { kind: 'debt', since: '2026-11-20' } })] }),
        aStanding('B', { findings: [aFinding({ now: 8, mode: 'notify' })] }),
        aStanding('C', { findings: [aFinding({ now: 8 })], refusals: [refused] }),
      ],
      now,
    );

    expect(digest?.news.counts).toEqual({ debt: 1, reported: 1, refused: 1 });
  });

  it('has the gravest first, and of equals what has waited longest', () => {
    const debt = (since: string, severity: 'critical' | 'high') =>
      aFinding({ now: 8, severity, left: { kind: 'debt', since } });
    const digest = digestOf(
      'it',
      [
        aStanding('Refused', { findings: [], refusals: [refused] }),
        aStanding('New', { findings: [debt('2026-11-22', 'high')] }),
        aStanding('Told', { findings: [aFinding({ now: 8, mode: 'notify' })] }),
        aStanding('Old', { findings: [debt('2026-10-01', 'high')] }),
        aStanding('Grave', { findings: [aFinding({ now: 8 }), debt('2026-11-22', 'critical')] }),
      ],
      now,
    );

    expect(digest?.news.pools.map(({ name }) => name)).toEqual(['Grave', 'Old', 'New', 'Told', 'Refused']);
  });

  it('leaves out what was put right and what somebody accepted', () => {
    const exemption = { ticket: 'SEC-1', approver: 'a', reason: 'b', expires: '2026-12-01', at: 'e:1' };
    const notes = [aStanding('A', { findings: [aFinding(), aFinding({ now: 8, exemption })] })];

    expect(digestOf('it', notes, now)).toBeUndefined();
  });

  it('names a hundred pools and says how many more there are', () => {
    const digest = digestOf(
      'it',
      Array.from({ length: 130 }, (_, index) => aStanding(`Pool${index}`)),
      now,
    );

    expect(digest?.news).toMatchObject({ poolsOmitted: 30, counts: { debt: 130 } });
    expect(digest?.news.pools).toHaveLength(100);
  });

  it('names all pools that have been there for long before a crowd of new ones, however grave those are', () => {
    const grave = {
      findings: [aFinding({ now: 8, severity: 'critical' as const, mode: 'notify' as const })],
    };
    const crowd = Array.from({ length: 200 }, (_, index) =>
      aStanding(`New${index}`, { ...grave, createdAt: '2026-11-22T10:00:00.000Z' }),
    );
    const lasting = ['One', 'Two'].map((id) => aStanding(id, { createdAt: '2024-01-01T00:00:00.000Z' }));

    const digest = digestOf('it', [...crowd, ...lasting], now);

    expect(digest?.news.pools.slice(0, 3).map(({ name }) => name)).toEqual(['One', 'Two', 'New0']);
    expect(digest?.news.poolsOmitted).toBe(102);
  });

  it('has a few new pools among the others, by how grave they are', () => {
    const severity = 'critical' as const;
    const newcomer = aStanding('New', {
      findings: [aFinding({ now: 8, severity, mode: 'notify' })],
      createdAt: '2026-11-22T10:00:00.000Z',
    });

    const digest = digestOf('it', [aStanding('Old'), newcomer], now);

    expect(digest?.news.pools.map(({ name }) => name)).toEqual(['New', 'Old']);
  });

  it('says what of it each owner has, of the pools that it does not name too', () => {
    const owners = (...names: string[]) => ({ owners: names.map((name) => ({ name, claimed: true })) });
    const told = aFinding({ now: 8, mode: 'notify' });
    const digest = digestOf(
      'it',
      [
        ...Array.from({ length: 120 }, (_, index) => aStanding(`Pool${index}`, owners('payments'))),
        aStanding('A', { ...owners('payments', 'checkout'), findings: [told], refusals: [refused] }),
        aStanding('Right', { ...owners('staff'), findings: [] }),
      ],
      now,
    );

    expect(digest?.news.owned).toEqual([
      { owner: 'checkout', pools: 1, counts: { debt: 0, reported: 1, refused: 1 } },
      { owner: 'payments', pools: 121, counts: { debt: 120, reported: 1, refused: 1 } },
    ]);
    expect(digestOf('it', [aStanding()], now)?.news).not.toHaveProperty('owned');
  });

  it('is another one where a value, a rule or a refusal is another, not where the order of findings or the name is', () => {
    const keyOf = (...notes: Standing[]) => digestOf('it', notes, now)?.key;
    const key = keyOf(aStanding('A'), aStanding('B'));

    const findings = [aFinding({ now: 8 }), aFinding({ now: 9 })];
    expect(keyOf(aStanding('A', { findings }))).toBe(
      keyOf(aStanding('A', { findings: findings.toReversed() })),
    );
    expect(keyOf(aStanding('A', { name: 'renamed' }), aStanding('B'))).toBe(key);
    expect(keyOf(aStanding('A', { owners: [{ name: 'a', claimed: true }] }), aStanding('B'))).toBe(key);
    for (const other of [
      [aStanding('A')],
      [aStanding('A'), aStanding('C')],
      [aStanding('A'), aStanding('B', { refusals: [refused] })],
      [aStanding('A'), aStanding('B', { findings: [aFinding({ found: 7, now: 7, resolved: false })] })],
    ])
      expect(keyOf(...other)).not.toBe(key);
  });
});

describe('telling the digest', () => {
  /** A sweep that found these pools, of which it has been to as many as were noted, unless told otherwise. */
  const sweepWith = async (
    notes: readonly Standing[],
    told?: { key: string; toldAt: string },
    found = notes.length,
  ) => {
    const record = anAccountRecord(told && { digest: told });
    const regions = { 'eu-west-1': poolIds('eu-west-1', found) };
    const sweeper = aSweeper({ record, regions, notes: { it: notes } });
    await sweeper.bring(scheduled, 'it');
    await sweeper.run();
    return { news: sweeper.news, told: sweeper.record()?.digest };
  };
  const { key = '' } = digestOf('it', [aStanding('A')], now) ?? {};

  it('is done when the last looks have been taken', async () => {
    const { news } = await sweepWith([aStanding('A')]);

    expect(news).toMatchObject([
      { id: 'digest:it', kind: 'digest', sweep: 'it', at: '2026-11-23T10:05:01.000Z', poolsOmitted: 0 },
    ]);
  });

  it('is done once for the same', async () => {
    const told = { key, toldAt: '2026-11-23T09:05:00.000Z' };

    const second = await sweepWith([aStanding('A')], told);

    expect(second).toEqual({ news: [], told });
  });

  it('is done again after a day', async () => {
    const { news, told } = await sweepWith([aStanding('A')], { key, toldAt: '2026-11-22T10:05:01.000Z' });

    expect(news).toHaveLength(1);
    expect(told).toEqual({ key, toldAt: '2026-11-23T10:05:01.000Z' });
  });

  it('is done at once where something else stands', async () => {
    const told = { key: 'another', toldAt: '2026-11-23T09:05:00.000Z' };

    expect((await sweepWith([aStanding('A')], told)).news).toHaveLength(1);
  });

  it('is not done where nothing stands, and then what was told is forgotten', async () => {
    const told = { key, toldAt: '2026-11-20T09:05:00.000Z' };

    expect(await sweepWith([], told)).toEqual({ news: [], told: undefined });
  });

  it.each([[[aStanding('A')]], [[]]])(
    'is not done where looks were late and it was told before: what they would find may stand',
    async (notes) => {
      const told = { key: 'of two pools', toldAt: '2026-11-23T09:05:00.000Z' };

      expect(await sweepWith(notes, told, notes.length + 1)).toEqual({ news: [], told });
    },
  );

  it('is done after a day where looks were late, and is another one when they are not', async () => {
    const told = { key: 'of two pools', toldAt: '2026-11-22T10:05:01.000Z' };

    const late = await sweepWith([aStanding('A')], told, 2);

    expect(late.news).toHaveLength(1);
    expect(late.told).toEqual({ key: told.key, toldAt: '2026-11-23T10:05:01.000Z' });
  });
});
