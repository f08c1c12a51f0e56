import { describe, expect, it } from 'vitest';
import type { AccountRecord } from '../../src/ledger/account-book.ts';
import type { PolicySet } from '../../src/policy/policy.ts';
import { aPolicy, aPolicySet } from '../support/a-policy.ts';
import { aRule } from '../support/a-rule.ts';
import { aSweeper, scheduled } from '../support/a-sweeper.ts';
import { anAccountRecord } from '../support/an-account-record.ts';
import { anExemption } from '../support/an-exemption.ts';
import { anOwner } from '../support/an-owner.ts';

const shorter = aPolicySet({
  digest: `sha256:${'1'.repeat(64)}`,
  policies: [
    aPolicy({
      rules: [
        aRule({ asks: { atLeast: 12 } }),
        aRule({ id: 'numbers', setting: 'Policies.PasswordPolicy.RequireNumbers', asks: { equals: true } }),
      ],
    }),
  ],
});

describe('other policies than people were told', () => {
  it('are told once: what came in and what was loosened', async () => {
    const { bring, run, news } = aSweeper({ record: anAccountRecord(), policies: shorter });

    await bring(scheduled);
    await run();
    await bring(scheduled);
    await run();

    expect(news).toMatchObject([
      {
        schema: 'cognito-lifeguard/announcement/1',
        kind: 'policies-changed',
        before: `sha256:${'0'.repeat(64)}`,
        policyDigest: shorter.digest,
        added: [{ rule: 'numbers', required: 'true', mode: 'remediate', at: 'policies/baseline.yaml:7' }],
        loosened: [{ kind: 'rule-loosened', rule: 'password-minimum-length' }],
      },
    ]);
  });

  it('are told again where they were taken back in between', async () => {
    const swept = async (policies: PolicySet, day: string, record: AccountRecord) => {
      const sweeper = aSweeper({ record, policies, start: `${day}T10:00:00Z` });
      await sweeper.bring(scheduled);
      await sweeper.run();
      return { id: sweeper.news[0]?.id, record: sweeper.record() ?? record };
    };
    const first = await swept(shorter, '2026-11-23', anAccountRecord());
    const back = await swept(aPolicySet(), '2026-11-24', first.record);

    const again = await swept(shorter, '2026-11-25', back.record);

    expect(again.id).toMatch(/^policies-changed:/);
    expect(new Set([first.id, back.id, again.id]).size).toBe(3);
  });

  it('are all rules at the first sweep ever, with nothing before them', async () => {
    const { bring, news } = aSweeper({ madeAt: '2026-11-23T09:58:00Z' });

    await bring(scheduled);

    expect(news).toMatchObject([
      { kind: 'policies-changed', added: [{ rule: 'password-minimum-length' }], loosened: [] },
    ]);
    expect(news[0]).not.toHaveProperty('before');
  });

  it('are told under the same id where the message comes again', async () => {
    const { bring, news, sweeper } = aSweeper({ record: anAccountRecord(), policies: shorter });
    const { replace } = sweeper.book;
    Reflect.set(sweeper.book, 'replace', () => Promise.reject(new Error('killed')));
    await expect(bring(scheduled, 'it')).rejects.toThrow('killed');
    Reflect.set(sweeper.book, 'replace', replace);

    await bring(scheduled, 'it');

    expect(news).toHaveLength(1);
  });
});

describe('the policies that are remembered as told', () => {
  it('have no owners in them: addresses are kept nowhere but in the files and what is deployed', async () => {
    const owners = [anOwner({ emails: ['somebody@example.com'] })];
    const first = aSweeper({ madeAt: '2026-11-23T09:58:00Z', policies: { ...shorter, owners } });
    const later = aSweeper({ record: anAccountRecord(), policies: { ...shorter, owners } });

    for (const { bring, run } of [first, later]) {
      await bring(scheduled);
      await run();
    }

    for (const { record } of [first, later]) {
      expect(record()?.policies.digest).toBe(shorter.digest);
      expect(JSON.stringify(record())).not.toContain('somebody');
    }
  });

  it('are no others where only owners are', async () => {
    const record = anAccountRecord();
    const { bring, run, news } = aSweeper({ record, policies: aPolicySet({ owners: [anOwner()] }) });

    await bring(scheduled);
    await run();

    expect(news).toEqual([]);
  });
});

describe('a record that is gone', () => {
  it('is told where its table is older than a day, and the watch begins anew', async () => {
    const { bring, run, news, record } = aSweeper({ madeAt: '2026-11-22T09:59:59Z' });

    await bring(scheduled);
    await run();

    expect(news.map(({ kind }) => kind)).toEqual(['memory-lost', 'policies-changed']);
    expect(record()?.watch.since).toBe('2026-11-23T10:00:00.000Z');
  });

  it.each(['2026-11-22T10:00:00Z', '2026-11-23T09:59:00Z', undefined])(
    'is taken for a beginning where the table was made at %s',
    async (madeAt) => {
      const { bring, news } = aSweeper(madeAt ? { madeAt } : {});

      await bring(scheduled);

      expect(news.map(({ kind }) => kind)).toEqual(['policies-changed']);
    },
  );
});

describe('an exemption', () => {
  const sweepOn = async (day: string, told: readonly string[] = [], exemptions = [anExemption()]) => {
    const policies = aPolicySet({ exemptions });
    const record = anAccountRecord({ policies, exemptionsTold: told });
    const sweeper = aSweeper({ policies, record, start: `${day}T23:00:00Z` });
    await sweeper.bring(scheduled);
    await sweeper.run();
    return { kinds: sweeper.news.map(({ kind }) => kind), told: sweeper.record()?.exemptionsTold ?? [] };
  };

  it.each([
    ['2026-11-16', []],
    ['2026-11-17', ['exemption-ending']],
    ['2026-12-01', ['exemption-ending']],
    ['2026-12-02', ['exemption-ended']],
  ])('that ends on 2026-12-01 makes, on %s, the news %j', async (day, kinds) => {
    expect((await sweepOn(day)).kinds).toEqual(kinds);
  });

  it('is told of once when it ends soon, and once when it has ended', async () => {
    const soon = await sweepOn('2026-11-17');
    const later = await sweepOn('2026-11-30', soon.told);
    const ended = await sweepOn('2026-12-02', later.told);
    const after = await sweepOn('2026-12-09', ended.told);

    expect([soon, later, ended, after].map(({ kinds }) => kinds)).toEqual([
      ['exemption-ending'],
      [],
      ['exemption-ended'],
      [],
    ]);
  });

  it('is not another one under the same ticket', async () => {
    const both = [anExemption(), anExemption({ rules: [{ rule: 'numbers' }] })];

    expect((await sweepOn('2026-11-20', [], both)).kinds).toEqual(['exemption-ending', 'exemption-ending']);
  });

  it('that is gone from the files is forgotten', async () => {
    const { told } = await sweepOn('2026-11-20');

    expect((await sweepOn('2026-11-21', told, [])).told).toEqual([]);
  });
});
