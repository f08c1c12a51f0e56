import { describe, expect, it } from 'vitest';
import { type MovesBySetting, settingViews } from '../../../../src/cli/page/model/setting-views.ts';
import type { SettingMoveView } from '../../../../src/cli/page/page-data.ts';
import type { PolicySet } from '../../../../src/policy/policy.ts';
import type { PoolSnapshot } from '../../../../src/pool/pool-snapshot.ts';
import { aPolicy, aPolicySet } from '../../../support/a-policy.ts';
import { aPoolSnapshot } from '../../../support/a-pool-snapshot.ts';
import { aRule } from '../../../support/a-rule.ts';
import { anExemption } from '../../../support/an-exemption.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';

const viewsOf = (
  snapshot: PoolSnapshot,
  { policies = aPolicySet(), moves = new Map() }: { policies?: PolicySet; moves?: MovesBySetting } = {},
) => settingViews(snapshot, policies, '2026-11-23', moves);

const viewOf = (setting: string, ...args: Parameters<typeof viewsOf>) => {
  const view = viewsOf(...args).find((each) => each.setting === setting);
  if (!view) throw new Error(`There is no ${setting}.`);
  return view;
};

const aMove = (overrides: Partial<SettingMoveView> = {}): SettingMoveView => ({
  from: '14',
  to: '8',
  at: '2026-11-23T09:14:07.000Z',
  call: 'UpdateUserPool',
  by: 'Developer/on-call',
  isLifeguard: false,
  ...overrides,
});

describe('the settings of a pool', () => {
  it('come with what policy asks of them, and whether it holds', () => {
    const weak = aPoolSnapshot({ set: { [length]: 8 } });

    expect(viewOf(length, weak)).toMatchObject({
      value: '8',
      isSet: true,
      rules: [
        {
          rule: 'password-minimum-length',
          at: 'policies/baseline.yaml:7',
          severity: 'high',
          required: 'at least 14',
          holds: false,
        },
      ],
    });
    expect(viewOf(length, aPoolSnapshot()).rules[0]?.holds).toBe(true);
  });

  it('begin with those that rules speak of, the gravest first', () => {
    const rules = [
      aRule({ id: 'low', setting: 'DeletionProtection', severity: 'low', asks: { equals: 'ACTIVE' } }),
      aRule({ id: 'critical', setting: 'UserPoolTier', severity: 'critical', asks: { equals: 'PLUS' } }),
      aRule({ id: 'medium', severity: 'medium' }),
      aRule({ id: 'high', asks: { atLeast: 10 } }),
    ];
    const policies = aPolicySet({ policies: [aPolicy({ rules })] });

    const views = viewsOf(aPoolSnapshot(), { policies });

    expect(views.slice(0, 4).map(({ setting, rules: on }) => [setting, on.map(({ rule }) => rule)])).toEqual([
      ['UserPoolTier', ['critical']],
      [length, ['high', 'medium']],
      ['DeletionProtection', ['low']],
      ['Policies.PasswordPolicy.RequireUppercase', []],
    ]);
  });

  it('say of a rule that is only told, or that an exemption lifts, that it is', () => {
    const rules = [
      aRule(),
      aRule({ id: 'told', setting: 'DeletionProtection', mode: 'notify', asks: { equals: 'ACTIVE' } }),
    ];
    const exemptions = [anExemption({ rules: [{ rule: 'password-minimum-length' }] })];
    const policies = aPolicySet({ policies: [aPolicy({ rules })], exemptions });

    const notes = viewsOf(aPoolSnapshot({ set: { [length]: 8 } }), { policies }).flatMap(({ rules: on }) =>
      on.map(({ note }) => note),
    );

    expect(notes).toEqual([expect.stringMatching(/^exempt until \d{4}-\d\d-\d\d \(.+\)$/), 'notify only']);
  });

  it('mark what somebody’s last change moved and what followed from it, and nothing that came before', () => {
    const moves = new Map([
      [length, [aMove({ from: '8', to: '14', at: '2026-11-23T09:14:08.000Z', isLifeguard: true }), aMove()]],
      ['DeletionProtection', [aMove({ at: '2026-11-23T08:00:00.000Z' })]],
    ]);

    const views = viewsOf(aPoolSnapshot(), { moves });

    expect(views.filter(({ isFresh }) => isFresh).map(({ setting }) => setting)).toEqual([length]);
    expect(viewOf('DeletionProtection', aPoolSnapshot(), { moves }).moves).toHaveLength(1);
  });

  it('show what is not set as such, and never the SMS external id', () => {
    const views = viewsOf(aPoolSnapshot());

    expect(viewOf('LambdaConfig.PreAuthentication', aPoolSnapshot())).toMatchObject({
      value: 'not set',
      isSet: false,
    });
    expect(viewOf('SmsConfiguration.ExternalId', aPoolSnapshot()).value).toBe('(hidden)');
    expect(JSON.stringify(views)).not.toContain('0f8fad5b-d9cb-469f-a165-70867728950e');
  });
});
