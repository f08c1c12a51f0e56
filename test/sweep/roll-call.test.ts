import { describe, expect, it } from 'vitest';
import type { AccountRecord } from '../../src/ledger/account-book.ts';
import type { Member } from '../../src/ledger/member-book.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import type { Centre } from '../../src/sweep/sweeper.ts';
import { aMember } from '../support/a-heartbeat.ts';
import { aPolicySet } from '../support/a-policy.ts';
import { aStanding } from '../support/a-standing.ts';
import { aSweeper } from '../support/a-sweeper.ts';
import { anAccountRecord } from '../support/an-account-record.ts';

const start = '2026-11-23T10:00:00.000Z';
const hour = 60 * 60 * 1000;
const rollCall = { schema: 'cognito-lifeguard/sweep/1', kind: 'roll-call' };
const one = '222233334444';
const another = '333344445555';
const week = '2026-11-16T10:00:00.000Z';
const policyDigest = aPolicySet().digest;

/** A centre that expects two accounts, of which one was heard of at ten, unless told otherwise. */
const aCentre = ({
  expected = [one, another],
  members = [aMember(one, { policyDigest })],
  record = anAccountRecord(),
}: {
  readonly expected?: readonly string[] | undefined;
  readonly members?: readonly Member[];
  readonly record?: AccountRecord;
} = {}) => {
  const centre: Centre = {
    expected: async () => expected,
    codeDigest: 'sha256:c0de',
    silentAfter: 3 * hour,
  };
  return aSweeper({ start, members, record, centre });
};

const since = (...accounts: readonly string[]): AccountRecord =>
  anAccountRecord({
    roll: { expectedSince: Object.fromEntries(accounts.map((account) => [account, week])) },
  });

describe('a roll call', () => {
  it('counts itself and the accounts that are silent, and logs which', async () => {
    const { bring, counts } = aCentre({ record: since(one, another) });

    const { reason } = await bring(rollCall);

    expect(counts).toMatchObject({ RollCalls: 1, AccountsSilent: 1 });
    expect(reason).toBe(
      `Of 2 expected accounts 1 are silent (${another}); 1 were heard of, 0 of them with other code or policies.`,
    );
  });

  it('gives an account that has just come as long as any other', async () => {
    const { bring, counts, clock } = aCentre();

    await bring(rollCall);
    clock.pass(3 * hour);
    await bring(rollCall);
    expect(counts.AccountsSilent).toBe(0);

    clock.pass(1);
    await bring(rollCall);
    expect(counts.AccountsSilent).toBe(2);
  });

  it('forgets an account that is expected no more, and gives it time when it comes back', async () => {
    const { bring, counts, record } = aCentre({ expected: [one], record: since(one, another) });

    await bring(rollCall);

    expect(counts.AccountsSilent).toBe(0);
    expect(record()?.roll?.expectedSince).toEqual({ [one]: week });
  });

  it('is none where no stack set says who is expected, and none is counted', async () => {
    const { bring, counts } = aSweeper({
      record: anAccountRecord(),
      centre: { expected: async () => undefined, codeDigest: '', silentAfter: hour },
    });

    expect(await bring(rollCall)).toMatchObject({ kind: 'ignored' });
    expect(counts).toEqual({});
  });

  it('is none where the deployment is no centre', async () => {
    expect(await aSweeper({ record: anAccountRecord() }).bring(rollCall)).toMatchObject({ kind: 'ignored' });
  });

  it('comes again where AWS does not say who is expected', async () => {
    const { bring } = aSweeper({
      record: anAccountRecord(),
      centre: {
        expected: async () => {
          throw new Error('Throttling');
        },
        codeDigest: '',
        silentAfter: hour,
      },
    });

    await expect(bring(rollCall)).rejects.toThrow('Throttling');
  });
});

describe('the digest of all accounts', () => {
  const standingIn = (accountId: string, name: string, severity: 'critical' | 'low' = 'low') =>
    aStanding(name, {
      pool: poolRef(accountId, 'eu-west-1', `eu-west-1_${name}`),
      findings: aStanding().findings.map((finding) => ({ ...finding, severity })),
    });
  const withDigest = (
    accountId: string,
    pools: readonly ReturnType<typeof standingIn>[],
    more = 0,
  ): Member => ({
    ...aMember(accountId, { policyDigest, pools: { swept: 9, missed: 0, standing: pools.length + more } }),
    digest: {
      at: start,
      pools,
      poolsOmitted: more,
      counts: { debt: pools.length, reported: 0, refused: 0 },
      owned: [{ owner: 'checkout-team', pools: 1, counts: { debt: 1, reported: 0, refused: 0 } }],
    },
  });

  it('has what stands in every account, the gravest first, and counts it together', async () => {
    const { bring, news } = aCentre({
      record: since(one, another),
      members: [
        withDigest(one, [standingIn(one, 'Mild')], 4),
        withDigest(another, [standingIn(another, 'Grave', 'critical')]),
      ],
    });

    await bring(rollCall);

    expect(news).toEqual([
      expect.objectContaining({
        kind: 'digest',
        id: 'digest:organization:2026-11-23',
        accountId: '111122223333',
        pools: [expect.objectContaining({ name: 'Grave' }), expect.objectContaining({ name: 'Mild' })],
        poolsOmitted: 4,
        counts: { debt: 2, reported: 0, refused: 0 },
        owned: [{ owner: 'checkout-team', pools: 2, counts: { debt: 2, reported: 0, refused: 0 } }],
        organization: expect.objectContaining({ accounts: 2, differing: 2, silent: [], others: [] }),
      }),
    ]);
  });

  it('leaves out what an account had standing where its heartbeat says that nothing does any more', async () => {
    const { heartbeat: _, ...digest } = withDigest(one, [standingIn(one, 'Gone')]);
    const { bring, news } = aCentre({
      expected: [one],
      record: since(one),
      members: [{ ...digest, ...aMember(one, { policyDigest }) }],
    });

    await bring(rollCall);

    expect(news).toEqual([]);
  });

  it('names who is silent and who has other policies, though nothing stands', async () => {
    const { bring, news } = aCentre({
      record: since(one, another),
      members: [aMember(one, { policyDigest: 'sha256:other' })],
    });

    await bring(rollCall);

    expect(news).toMatchObject([
      {
        pools: [],
        organization: {
          accounts: 1,
          silent: [{ accountId: another, expectedSince: week }],
          others: [{ accountId: one, policies: true, code: false }],
        },
      },
    ]);
  });

  it('is told once a day, however often the roll is called', async () => {
    const { bring, news, clock } = aCentre({ record: since(one, another) });

    for (let called = 0; called < 25; called += 1) {
      await bring(rollCall);
      clock.pass(hour);
    }

    expect(news.map(({ id }) => id)).toEqual([
      'digest:organization:2026-11-23',
      'digest:organization:2026-11-24',
    ]);
  });
});
