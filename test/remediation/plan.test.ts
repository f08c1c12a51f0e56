import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/policy/policy.ts';
import type { JsonObject } from '../../src/pool/json.ts';
import type { SettingPath } from '../../src/pool/settings.ts';
import { aRule } from '../support/a-rule.ts';
import { lookAt } from './look-at.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const history = 'Policies.PasswordPolicy.PasswordHistorySize';
const protection = 'UserPoolAddOns.AdvancedSecurityMode';
const tier = 'UserPoolTier';

/** The plan for a pool with these leaves under these rules. */
const planned = (set: JsonObject, ...rules: Rule[]) => lookAt(set, ...rules).plan;

const aRuleOn = (setting: SettingPath, asks: { [operator: string]: unknown }, line = 7): Rule =>
  aRule({ id: `rule-${line}`, setting, asks, source: { file: 'policies/baseline.yaml', line, column: 5 } });

describe('a plan', () => {
  it('is empty, without a call, for a pool that satisfies policy', () => {
    expect(planned({}, aRule())).toEqual({ changes: [], refusals: [], calls: [], carried: 0 });
  });

  it('says what is changed from what to what, and which rule asks for it', () => {
    expect(planned({ [length]: 8 }, aRule()).changes).toEqual([
      {
        setting: length,
        from: 8,
        to: 14,
        because: [{ kind: 'rule', rule: 'password-minimum-length', at: 'policies/baseline.yaml:7' }],
      },
    ]);
  });

  it('names every rule on the setting, those that hold now too, and satisfies all of them', () => {
    const { changes } = planned(
      { [length]: 8 },
      aRuleOn(length, { atLeast: 6 }, 3),
      aRuleOn(length, { atLeast: 16 }, 9),
    );

    expect(changes).toMatchObject([
      { from: 8, to: 16, because: [{ at: 'policies/baseline.yaml:3' }, { at: 'policies/baseline.yaml:9' }] },
    ]);
  });

  it('changes each setting once', () => {
    const { changes } = planned(
      { [length]: 8, [history]: 0 },
      aRuleOn(length, { atLeast: 14 }, 3),
      aRuleOn(length, { atLeast: 12 }, 5),
      aRuleOn(history, { atLeast: 4 }, 9),
    );

    expect(changes.map(({ setting, to }) => [setting, to])).toEqual([
      [length, 14],
      [history, 4],
    ]);
  });

  it('changes nothing for a rule that only notifies', () => {
    expect(planned({ [length]: 8 }, aRule({ mode: 'notify' }))).toEqual({
      changes: [],
      refusals: [],
      calls: [],
      carried: 0,
    });
  });

  it('counts what its request carries, the changed setting left out', () => {
    const one = planned({ [length]: 8 }, aRule());
    const two = planned({ [length]: 8, [history]: 0 }, aRule(), aRuleOn(history, { atLeast: 4 }));

    expect(one.carried).toBeGreaterThan(30);
    expect(two.carried).toBe(one.carried - 1);
  });
});

describe('a plan that can’t do all that policy asks for', () => {
  const contradicting = [aRuleOn(length, { atLeast: 20 }, 3), aRuleOn(length, { atMost: 16 }, 9)];

  it('refuses a setting whose rules contradict each other, and names them with their places', () => {
    const { refusals } = planned({ [length]: 8 }, ...contradicting);

    expect(refusals).toMatchObject([
      { code: 'policies-conflict', settings: [length], next: expect.stringMatching(/.+/) },
    ]);
    expect(refusals[0]?.reason).toContain(
      'rule-3 (policies/baseline.yaml:3), rule-9 (policies/baseline.yaml:9)',
    );
  });

  it('does the rest beside a refusal', () => {
    const { changes, refusals } = planned(
      { [length]: 8, [history]: 0 },
      ...contradicting,
      aRuleOn(history, { atLeast: 4 }, 12),
    );

    expect(changes).toMatchObject([{ setting: history, to: 4 }]);
    expect(refusals).toMatchObject([{ code: 'policies-conflict' }]);
  });

  it('refuses to weaken a setting, unless the rule has a ticket for it', () => {
    const rule = aRuleOn(length, { atMost: 10 });

    expect(planned({ [length]: 12 }, rule)).toMatchObject({
      changes: [],
      refusals: [{ settings: [length] }],
    });
    expect(planned({ [length]: 12 }, { ...rule, allowWeakening: 'SEC-118' })).toMatchObject({
      changes: [{ from: 12, to: 10 }],
      refusals: [],
    });
  });

  it('refuses a setting for which no value is nearer than another', () => {
    const { changes, refusals } = planned(
      { 'EmailConfiguration.EmailSendingAccount': undefined },
      aRuleOn('LambdaConfig.PreTokenGenerationConfig.LambdaVersion', { oneOf: ['V1_0', 'V3_0'] }),
    );

    expect(changes).toEqual([]);
    expect(refusals).toMatchObject([
      {
        code: 'no-remedy',
        settings: ['LambdaConfig.PreTokenGenerationConfig.LambdaVersion'],
        next: 'Set the value by hand, or name it in the rule with remediateTo.',
      },
    ]);
  });

  it('has no call where everything is refused', () => {
    const plan = planned({ [length]: 8 }, ...contradicting);

    expect(plan.calls).toEqual([]);
    expect(plan.carried).toBe(0);
  });
});

describe('a plan for a tier', () => {
  const enforced = aRuleOn(protection, { atLeast: 'ENFORCED' });

  it.each(['LITE', 'ESSENTIALS'])('refuses threat protection on %s, and says which tier has it', (name) => {
    const { changes, refusals } = planned({ [protection]: 'OFF', [tier]: name }, enforced);

    expect(changes).toEqual([]);
    expect(refusals).toEqual([
      {
        code: 'needs-tier',
        settings: [protection],
        reason: `${protection} ENFORCED needs tier PLUS; the pool is ${name}.`,
        next: expect.stringContaining('PLUS'),
      },
    ]);
  });

  it('refuses ENFORCED on a LITE pool from before the tiers that has AUDIT: AWS keeps it, and raises it no more', () => {
    const { changes, refusals } = planned({ [protection]: 'AUDIT', [tier]: 'LITE' }, enforced);

    expect(changes).toEqual([]);
    expect(refusals).toMatchObject([{ code: 'needs-tier' }]);
  });

  it('changes what every tier has beside what is refused', () => {
    const { changes, refusals } = planned(
      { [protection]: 'OFF', [tier]: 'LITE', [length]: 8 },
      enforced,
      aRule(),
    );

    expect(changes).toMatchObject([{ setting: length }]);
    expect(refusals).toMatchObject([{ settings: [protection] }]);
  });

  it('counts on a tier that the same plan brings', () => {
    const { changes, refusals, calls } = planned({ [protection]: 'OFF', [tier]: 'ESSENTIALS' }, enforced, {
      ...aRuleOn(tier, { atLeast: 'PLUS' }, 9),
      terms: { allowCost: 'SEC-118' },
    });

    expect(refusals).toEqual([]);
    expect(changes).toMatchObject([
      { setting: protection, to: 'ENFORCED' },
      { setting: tier, from: 'ESSENTIALS', to: 'PLUS' },
    ]);
    expect(calls).toMatchObject([
      {
        operation: 'UpdateUserPool',
        request: {
          UserPoolTier: 'PLUS',
          UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
        },
      },
    ]);
  });

  it('lets a value through that needs no tier', () => {
    const { changes } = planned(
      { [protection]: 'AUDIT', [tier]: 'LITE' },
      { ...aRuleOn(protection, { equals: 'OFF' }), allowWeakening: 'SEC-118' },
    );

    expect(changes).toMatchObject([{ from: 'AUDIT', to: 'OFF' }]);
  });

  it('changes what every tier has where AWS does not tell the tier', () => {
    const { changes, refusals } = planned({ [tier]: undefined, [length]: 8 }, aRule());

    expect(refusals).toEqual([]);
    expect(changes).toMatchObject([{ setting: length, to: 14 }]);
  });

  it('refuses what only PLUS has where AWS does not tell the tier', () => {
    const { changes, refusals } = planned({ [tier]: undefined, [protection]: 'OFF' }, enforced);

    expect(changes).toEqual([]);
    expect(refusals).toMatchObject([{ code: 'needs-tier', settings: [protection] }]);
  });

  it('does both where AWS does not tell the tier', () => {
    const { changes, refusals } = planned(
      { [tier]: undefined, [length]: 8, [protection]: 'OFF' },
      aRule(),
      enforced,
    );

    expect(changes).toMatchObject([{ setting: length, to: 14 }]);
    expect(refusals).toMatchObject([{ code: 'needs-tier', settings: [protection] }]);
  });
});
