import { describe, expect, it } from 'vitest';
import { firstDetail, type MapData } from '../../../src/cli/report-page/model/report-data.ts';
import { reportMaker } from '../../../src/cli/report-page/model/report-model.ts';
import type { SeenPool } from '../../../src/cli/report-page/model/seen-pool.ts';
import { standingOf } from '../../../src/cli/report-page/model/totals.ts';
import { PoolUnreachableError } from '../../../src/pool/errors.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import type { Outcome } from '../../../src/remediation/outcome.ts';
import { aPolicy, aPolicySet } from '../../support/a-policy.ts';
import { aReport } from '../../support/a-report.ts';
import { aRule } from '../../support/a-rule.ts';
import { aFinding, anUnwrittenOutcome } from '../../support/an-outcome.ts';

const facts = {
  account: '111122223333',
  regions: ['eu-west-1'],
  isPartial: false,
  madeAt: '2026-11-23T10:00:00.000Z',
  version: '0.1.0',
};

const rules = ['password-minimum-length', 'tagged'];

const policies = aPolicySet({
  policies: [
    aPolicy({
      rules: [
        aRule({ id: 'tagged', severity: 'low', controls: ['CIS Controls 1.1'] }),
        aRule({ controls: ['FSBP Cognito.3', 'CIS Controls 5.2'] }),
        aRule({ id: 'unchecked', mode: 'off' }),
      ],
    }),
  ],
});

const seen = (id: string, outcome: Partial<Outcome>, more: Partial<SeenPool> = {}): SeenPool => {
  const pool = poolRef('111122223333', 'eu-west-1', `eu-west-1_${id}`);
  return {
    kind: 'seen',
    pool,
    rules,
    outcome: anUnwrittenOutcome({ findings: [], changes: [], pool: { ...pool, name: id }, ...outcome }),
    ...more,
  } as SeenPool;
};

const broken = { findings: [aFinding({ now: 8 })] };

const memory = (debt: readonly { readonly rule: string; readonly since: string }[]) => ({
  pool: 'a pool',
  lastLook: '2026-11-22T00:00:00.000Z',
  debt,
  resting: [],
  fixes: [{ setting: 'DeletionProtection' as const, at: '2026-11-22T01:00:00.000Z', outcome: 'a' }],
  undoings: [],
  pauses: [],
  requests: [],
});

const made = (pools: readonly SeenPool[], ledger?: string) => {
  const maker = reportMaker({ ...facts, ...(ledger !== undefined && { ledger }) }, policies);
  for (const pool of pools) maker.take(pool);
  return maker.made();
};

const detail = ({ details }: MapData, cell: number | undefined) => details[(cell ?? 0) - firstDetail];

describe('a report', () => {
  it('has the checked rules, worst first, and the worst pools first', () => {
    const { map } = made([
      seen('fine', {}),
      seen('mild', { findings: [aFinding({ rule: 'tagged', severity: 'low', now: 8 })] }),
      seen('bad', broken),
    ]);

    expect(map.rules.map(({ id }) => id)).toEqual(rules);
    expect(map.pools.map(({ name }) => name)).toEqual(['bad', 'mild', 'fine']);
  });

  it('opens a cell to what was found, what would change, and what AWS has change along', () => {
    const changes = [
      {
        setting: 'Policies.PasswordPolicy.MinimumLength' as const,
        from: 8,
        to: 14,
        because: [{ kind: 'rule' as const, rule: 'password-minimum-length', at: 'x:1' }] as const,
      },
      {
        setting: 'UserPoolTier' as const,
        from: 'LITE',
        to: 'PLUS',
        because: [
          {
            kind: 'coupling' as const,
            coupling: 'tier',
            reason: 'It needs the tier.',
            forcedBy: 'Policies.PasswordPolicy.MinimumLength' as const,
          },
        ] as const,
        warning: 'It costs more.',
      },
    ];
    const { map } = made([seen('bad', { ...broken, changes })]);

    expect(detail(map, map.pools[0]?.cells[0])).toEqual({
      state: 'open',
      found: '8',
      changes: [
        { setting: 'Policies.PasswordPolicy.MinimumLength', from: '8', to: '14' },
        {
          setting: 'UserPoolTier',
          from: 'LITE',
          to: 'PLUS',
          along: 'It needs the tier.',
          warning: 'It costs more.',
        },
      ],
    });
  });

  it('has a refusal with what to do, and debt with its day', () => {
    const refusals = [
      {
        code: 'needs-tier' as const,
        settings: ['Policies.PasswordPolicy.MinimumLength' as const],
        reason: 'The plan is too low.',
        next: 'Move it to PLUS.',
      },
    ];
    const since = '2026-11-20T08:00:00.000Z';
    const { map, totals } = made(
      [
        seen(
          'bad',
          { ...broken, refusals },
          { memory: memory([{ rule: 'password-minimum-length', since }]) },
        ),
      ],
      'in a folder',
    );

    expect(detail(map, map.pools[0]?.cells[0])).toMatchObject({
      state: 'refused',
      refusal: { code: 'needs-tier', next: 'Move it to PLUS.' },
      since: '2026-11-20',
    });
    expect(totals).toMatchObject({ violations: 1, debt: 1, refused: 1 });
  });

  it('counts an exempted pool as compliant, and says so at its control', () => {
    const exemption = { ticket: 'SEC-1', approver: 'a', reason: 'r', expires: '2026-12-01', at: 'e:1' };
    const { totals, controls } = made([
      seen('exempted', { findings: [aFinding({ now: 8, mode: 'notify', exemption })] }),
    ]);

    expect(totals).toMatchObject({ compliant: 1, violations: 0, exempted: 1 });
    expect(controls.find(({ id }) => id === 'Cognito.3')).toMatchObject({
      passing: 0,
      failing: 0,
      exempted: 1,
    });
  });

  it('knows nothing of a pool that could not be read, and doesn’t call it compliant', () => {
    const pool = poolRef('111122223333', 'eu-west-1', 'eu-west-1_dark');
    const error = new PoolUnreachableError('read', pool, new Error('denied'));
    const { map, totals, controls } = made([{ kind: 'unreadable', pool, error }, seen('fine', {})]);

    expect(map.pools[0]).toMatchObject({ id: 'eu-west-1_dark', cells: [2, 2] });
    expect(totals).toMatchObject({ pools: 2, compliant: 1, unread: 1, undetermined: 2 });
    expect(controls.every((control) => control.undetermined === 1 && control.passing === 1)).toBe(true);
  });

  it('doesn’t call a pool compliant that no rule binds', () => {
    const { map, totals } = made([seen('ungoverned', {}, { rules: [] })]);

    expect(map.pools[0]?.cells).toEqual([0, 0]);
    expect(totals).toMatchObject({ compliant: 0, unbound: 1, checks: 0 });
  });

  it('leaves out a pool that was deleted meanwhile', () => {
    expect(made([seen('gone', { kind: 'gone' }, { rules: [] })]).totals.pools).toBe(0);
  });

  it('draws 14 days from the ledger, and of debt what still stands', () => {
    const since = (day: string) => `${day}T08:00:00.000Z`;
    const { trend } = made(
      [
        seen('bad', broken, {
          memory: memory([
            { rule: 'password-minimum-length', since: since('2026-11-22') },
            { rule: 'tagged', since: since('2026-11-22') },
          ]),
        }),
        seen('old', broken, {
          memory: memory([{ rule: 'password-minimum-length', since: since('2026-01-01') }]),
        }),
        seen('new', {}),
      ],
      'in a folder',
    );

    expect(trend?.days).toHaveLength(14);
    expect(trend?.days.at(-1)?.day).toBe('2026-11-23');
    expect(trend?.days.at(-2)).toEqual({ day: '2026-11-22', putRight: 2, broughtBack: 0, debt: 1 });
    expect(trend).toMatchObject({ olderDebt: 1, remembered: 2, unknown: 1 });
  });

  it('has no trend without a ledger', () => {
    expect(made([seen('bad', broken)]).trend).toBeUndefined();
  });

  it('hides the secret of an SMS role', () => {
    const found = 'a-secret-id';
    const { map } = made([
      seen('bad', {
        findings: [aFinding({ setting: 'SmsConfiguration.ExternalId', found, now: found })],
      }),
    ]);

    expect(JSON.stringify(map)).not.toContain(found);
  });

  it('counts every pool once', async () => {
    const { map, totals, controls } = await aReport({ count: 200, unreadableEach: 50 });

    const standings = Map.groupBy(map.pools, (pool) => standingOf(pool, map));
    expect(totals.pools).toBe(200);
    expect(totals.compliant + totals.violating + totals.unbound + totals.unread).toBe(200);
    expect(standings.get('violating')).toHaveLength(totals.violating);
    expect(totals.violations).toBe(Object.values(totals.bySeverity).reduce((sum, each) => sum + each));
    expect(totals.checks + totals.undetermined).toBe(200 * map.rules.length);
    for (const { passing, failing, exempted, undetermined } of controls)
      expect(passing + failing + exempted + undetermined).toBe(200);
  });
});
