import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/pool/json.ts';
import type { SettingValue } from '../../src/pool/setting-value.ts';
import type { SettingPath } from '../../src/pool/settings.ts';
import { planChanges } from '../../src/remediation/plan-changes.ts';
import { cautiousPlan, type PlanOptions } from '../../src/remediation/plan-options.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const why = { kind: 'person', by: 'arn:aws:iam::111122223333:user/ada', reason: 'set by hand' } as const;

/** The plan that gives a pool with these leaves these values. */
const planned = (
  asked: { readonly [path in SettingPath]?: SettingValue },
  set: { readonly [path: string]: Json | undefined } = {},
  options: PlanOptions = cautiousPlan,
) =>
  planChanges(
    aPoolSnapshot({ set }),
    Object.entries(asked).map(([setting, to]) => ({ setting: setting as SettingPath, to, why })),
    options,
  );

describe('a plan of what a person asks for', () => {
  it('changes the setting, says who asked, and carries everything else', () => {
    const { changes, calls, refusals, carried } = planned({ [length]: 8 });

    expect(changes).toEqual([{ setting: length, from: 14, to: 8, because: [why] }]);
    expect(calls).toMatchObject([
      {
        operation: 'UpdateUserPool',
        request: {
          Policies: { PasswordPolicy: { MinimumLength: 8, RequireSymbols: true } },
          LambdaConfig: { PreSignUp: expect.stringContaining('checkout-pre-sign-up') },
        },
      },
    ]);
    expect(refusals).toEqual([]);
    expect(carried).toBeGreaterThan(30);
  });

  it('is empty where the pool is so already', () => {
    expect(planned({ [length]: 14 })).toEqual({ changes: [], refusals: [], calls: [], carried: 0 });
  });

  it('takes a setting away that has no value', () => {
    const { calls } = planned({ 'LambdaConfig.PreSignUp': null });

    expect(calls[0]?.request.LambdaConfig).not.toHaveProperty('PreSignUp');
    expect(calls[0]?.request.LambdaConfig).toHaveProperty('PostConfirmation');
  });

  it('names what AWS forces beside it', () => {
    const { changes } = planned({ 'DeviceConfiguration.ChallengeRequiredOnNewDevice': null });

    expect(changes).toMatchObject([
      { setting: 'DeviceConfiguration.ChallengeRequiredOnNewDevice', to: null, because: [why] },
      {
        setting: 'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt',
        to: null,
        because: [{ kind: 'coupling', coupling: 'device-remembering' }],
      },
    ]);
  });

  it('lets nothing that AWS forces overrule what was asked for', () => {
    const { changes, refusals } = planned({
      'DeviceConfiguration.ChallengeRequiredOnNewDevice': false,
      'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt': null,
    });

    expect(changes).toEqual([]);
    expect(refusals).toMatchObject([{ code: 'policies-conflict' }]);
  });

  it('makes both calls where settings of both are asked for', () => {
    const { calls } = planned({ [length]: 8, 'SoftwareTokenMfaConfiguration.Enabled': false });

    expect(calls.map(({ operation }) => operation)).toEqual(['UpdateUserPool', 'SetUserPoolMfaConfig']);
  });

  it('is nothing at all where AWS would refuse a part of it', () => {
    const plan = planned({ [length]: 8, UserPoolTier: 'LITE' });

    expect(plan).toMatchObject({ changes: [], calls: [], refusals: [{ code: 'tier-in-use' }] });
  });

  it('speaks to a person of what to ask for, not of rules', () => {
    const { refusals } = planned({ 'KeyConfiguration.KeyType': 'CUSTOMER_MANAGED_KEY' });

    expect(refusals).toMatchObject([
      { code: 'incomplete', next: 'Ask for what this needs in the same step, or leave it out.' },
    ]);
  });

  it('does what a rule would need a ticket or a permission for, and warns', () => {
    const { changes, refusals } = planned({
      MfaConfiguration: 'OFF',
      'SoftwareTokenMfaConfiguration.Enabled': false,
      'LambdaConfig.PreSignUp': 'arn:aws:lambda:eu-west-1:111122223333:function:other',
    });

    expect(refusals).toEqual([]);
    expect(changes).toHaveLength(3);
  });

  it('doesn’t take a pool’s SMS sender away: AWS keeps it', () => {
    expect(planned({ 'SmsConfiguration.SnsCallerArn': null })).toMatchObject({
      changes: [],
      refusals: [{ code: 'no-remedy' }],
    });
  });

  it('stops before members that nobody knows, where the deployment asks for that', () => {
    const refusing = { ...cautiousPlan, unknownSettings: 'refuse' } as const;

    expect(planned({ [length]: 8 }, { Later: 'new' }, refusing)).toMatchObject({
      calls: [],
      refusals: [{ code: 'unknown-settings' }],
    });
    expect(planned({ [length]: 8 }, { Later: 'new' }).calls[0]?.request).toHaveProperty('Later', 'new');
  });
});
