import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { exemptionRequest } from '../../../src/cli/by-hand/exemption-request.ts';
import { floorFor } from '../../../src/cli/by-hand/floor-for.ts';
import { compilePolicies } from '../../../src/policy/loader/compile-policies.ts';
import type { PolicySet } from '../../../src/policy/policy.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import type { SettingValue } from '../../../src/pool/setting-value.ts';
import type { SettingPath } from '../../../src/pool/settings.ts';
import type { SettingChange } from '../../../src/remediation/setting-change.ts';
import { aRule } from '../../support/a-rule.ts';

const pool = poolRef('111122223333', 'eu-west-1', 'eu-west-1_AbCdEf123');
const length = 'Policies.PasswordPolicy.MinimumLength';
const protection = 'UserPoolAddOns.AdvancedSecurityMode';
const now = '2026-11-26T09:00:00.000Z';

const policyFile = {
  file: 'policies/baseline.yaml',
  text: stringify({
    name: 'baseline',
    description: 'The floor for every user pool.',
    appliesTo: {},
    mode: 'remediate',
    rules: [
      { id: 'long', severity: 'high', setting: length, atLeast: 14, why: 'Length costs.' },
      {
        id: 'symbols',
        severity: 'low',
        setting: 'Policies.PasswordPolicy.RequireSymbols',
        equals: true,
        why: 'Symbols cost.',
      },
      {
        id: 'protected',
        severity: 'high',
        setting: protection,
        atLeast: 'ENFORCED',
        why: 'Stolen passwords.',
      },
    ],
  }),
};

const loaded = (...files: { file: string; text: string }[]): PolicySet => {
  const compiled = compilePolicies(files);
  if (compiled.kind === 'mistakes') throw new Error(JSON.stringify(compiled.mistakes));
  return compiled.policies;
};

const changed = (setting: SettingPath, from: SettingValue, rule: string): SettingChange => ({
  setting,
  from,
  to: null,
  because: [{ kind: 'rule', rule, at: 'policies/baseline.yaml:7' }],
});

const changes = [
  changed(length, 8, 'long'),
  changed('Policies.PasswordPolicy.RequireSymbols', false, 'symbols'),
  changed(protection, 'AUDIT', 'protected'),
];

const filled = (request: string | undefined): string => (request ?? '').replace(/<[^>]+>/g, 'something');

describe('the exemption to ask for after an undo', () => {
  it('is taken by the loader once a person has filled it in', () => {
    const request = exemptionRequest(pool, changes, loaded(policyFile), now);

    const { exemptions } = loaded(policyFile, { file: 'policies/exemptions.yaml', text: filled(request) });

    expect(exemptions).toMatchObject([
      { pools: [pool.arn], rules: [{ rule: 'long', floor: { required: 'at least 8' } }] },
      { pools: [pool.arn], rules: [{ rule: 'symbols' }] },
      { pools: [pool.arn], rules: [{ rule: 'protected', floor: { required: 'at least AUDIT' } }] },
    ]);
    expect(exemptions[1]?.rules[0]).not.toHaveProperty('floor');
  });

  it('is one entry for all rules that ask for no more than that, and one for each floor', () => {
    const request = exemptionRequest(
      pool,
      [
        changed(length, 8, 'long'),
        changed('Policies.PasswordPolicy.RequireSymbols', false, 'symbols'),
        changed(protection, 'OFF', 'protected'),
      ],
      loaded(policyFile),
      now,
    );

    const { exemptions } = loaded(policyFile, { file: 'policies/exemptions.yaml', text: filled(request) });
    expect(exemptions.map(({ rules }) => rules.map(({ rule }) => rule))).toEqual([
      ['long'],
      ['symbols', 'protected'],
    ]);
  });

  it('counts from today, for as long as one may', () => {
    const request = exemptionRequest(pool, changes.slice(0, 1), loaded(policyFile), now);

    expect(request).toContain('granted: 2026-11-26\n    expires: 2027-02-24');
  });

  it('has no floor where the rule isn’t known here', () => {
    const request = exemptionRequest(pool, changes.slice(0, 1), loaded(), now);

    expect(request).toContain('rules: [long]');
    expect(request).not.toContain('floor');
  });

  it('isn’t there where no rule had asked for the changes', () => {
    const by = { kind: 'person', by: 'arn:aws:iam::111122223333:user/ada', reason: 'set by hand' } as const;

    expect(
      exemptionRequest(pool, [{ setting: length, from: 8, to: 14, because: [by] }], loaded(policyFile), now),
    ).toBeUndefined();
  });
});

describe('the floor of an exemption', () => {
  it.each<[SettingPath, { [operator: string]: unknown }, SettingValue, object | undefined]>([
    [length, { atLeast: 14 }, 8, { atLeast: 8 }],
    ['Policies.PasswordPolicy.TemporaryPasswordValidityDays', { atMost: 3 }, 7, { atMost: 7 }],
    [protection, { equals: 'ENFORCED' }, 'AUDIT', { atLeast: 'AUDIT' }],
    // What every value satisfies is no floor.
    [length, { atLeast: 14 }, 6, undefined],
    [protection, { atLeast: 'ENFORCED' }, 'OFF', undefined],
    ['Policies.PasswordPolicy.RequireSymbols', { equals: true }, false, undefined],
    [
      'LambdaConfig.PreSignUp',
      { absent: true },
      'arn:aws:lambda:eu-west-1:111122223333:function:x',
      undefined,
    ],
    ['AutoVerifiedAttributes', { includes: ['email'] }, [], undefined],
  ])('of %s, %j, for %j is %j', (setting, asks, value, floor) => {
    expect(floorFor(aRule({ setting, asks }), value)).toEqual(floor);
  });
});
