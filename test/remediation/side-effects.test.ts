import { describe, expect, it } from 'vitest';
import type { SettingChange } from '../../src/remediation/setting-change.ts';
import { sideEffects } from '../../src/remediation/side-effects.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const aChange: SettingChange = {
  setting: length,
  from: 8,
  to: 14,
  because: [{ kind: 'rule', rule: 'a-rule', at: 'policies/baseline.yaml:1' }],
};

type Overrides = Parameters<typeof aPoolSnapshot>[0];

const moved = (before: Overrides, after: Overrides, changes: readonly SettingChange[] = []) =>
  sideEffects(aPoolSnapshot(before), aPoolSnapshot(after), changes);

describe('side effects', () => {
  it('are none between two looks at the same pool', () => {
    expect(moved({}, {})).toEqual([]);
  });

  it('leave out what the plan changed', () => {
    expect(moved({ set: { [length]: 8 } }, { set: { [length]: 14 } }, [aChange])).toEqual([]);
  });

  it('name a setting that no change names, as a person reads it', () => {
    const after = { set: { DeletionProtection: 'INACTIVE', AutoVerifiedAttributes: [] } };

    expect(moved({}, after, [aChange])).toEqual([
      { path: 'DeletionProtection', from: 'ACTIVE', to: 'INACTIVE' },
      { path: 'AutoVerifiedAttributes', from: 'email', to: '(none)' },
    ]);
  });

  it('name a trigger that is gone', () => {
    const effects = moved({}, { set: { 'LambdaConfig.PreSignUp': undefined } });

    expect(effects).toEqual([
      {
        path: 'LambdaConfig.PreSignUp',
        from: 'arn:aws:lambda:eu-west-1:111122223333:function:checkout-pre-sign-up',
        to: 'not set',
      },
    ]);
  });

  it('name a factor of the MFA configuration', () => {
    const effects = moved({}, { mfaConfig: { SoftwareTokenMfaConfiguration: { Enabled: false } } });

    expect(effects).toEqual([{ path: 'SoftwareTokenMfaConfiguration.Enabled', from: 'true', to: 'false' }]);
  });

  it.each([
    ['on', {}, { EmailMfaConfiguration: {} }, { from: 'off', to: 'on' }],
    ['off', { EmailMfaConfiguration: {} }, {}, { from: 'on', to: 'off' }],
  ] as const)('name a factor whose block alone turned it %s', (_, before, after, effect) => {
    expect(moved({ mfaConfig: before }, { mfaConfig: after }, [aChange])).toEqual([
      { path: 'EmailMfaConfiguration', ...effect },
    ]);
  });

  it('name passkeys, whose block alone turns them on', () => {
    expect(moved({}, { mfaConfig: { WebAuthnConfiguration: {} } })).toEqual([
      { path: 'WebAuthnConfiguration', from: 'off', to: 'on' },
    ]);
  });

  it.each(['MfaConfiguration', 'EmailMfaConfiguration.Message'] as const)(
    'leave out a block that comes or goes with a change of %s',
    (setting) => {
      const change = { ...aChange, setting };

      expect(moved({ mfaConfig: { EmailMfaConfiguration: {} } }, {}, [aChange, change])).toEqual([]);
    },
  );

  it('name a block beside a change of another one', () => {
    const change = { ...aChange, setting: 'WebAuthnConfiguration.RelyingPartyId' } as const;

    expect(moved({}, { mfaConfig: { EmailMfaConfiguration: {} } }, [change])).toEqual([
      { path: 'EmailMfaConfiguration', from: 'off', to: 'on' },
    ]);
  });

  it('name a setting once, not at its former place as well', () => {
    const subject = {
      'VerificationMessageTemplate.EmailSubject': 'Other',
      EmailVerificationSubject: 'Other',
    };

    expect(moved({}, { set: subject })).toEqual([
      { path: 'VerificationMessageTemplate.EmailSubject', from: 'Your checkout code', to: 'Other' },
    ]);
  });

  it('take a setting for unmoved where only its absence is spelled out', () => {
    const before = { set: { 'Policies.PasswordPolicy.PasswordHistorySize': undefined } };
    const after = { set: { 'Policies.PasswordPolicy.PasswordHistorySize': 0 } };

    expect(moved(before, after)).toEqual([]);
  });

  it('leave out the dates and the number of users', () => {
    expect(moved({}, { set: { LastModifiedDate: 1_800_000_000, EstimatedNumberOfUsers: 3 } })).toEqual([]);
  });

  it('name members from the future that moved, came or went, wherever they are', () => {
    const before = {
      set: { QuantumConfiguration: { Level: 3 }, 'LambdaConfig.PostFederation': 'arn:later' },
    };
    const after = { set: { QuantumConfiguration: { Level: 1 } }, mfaConfig: { PushMfa: { Enabled: true } } };

    expect(
      moved(before, after, [aChange]).toSorted((left, right) => left.path.localeCompare(right.path)),
    ).toEqual([
      { path: 'LambdaConfig.PostFederation', from: '"arn:later"', to: 'not set' },
      { path: 'MfaConfig:PushMfa', from: 'not set', to: '{"Enabled":true}' },
      { path: 'QuantumConfiguration', from: '{"Level":3}', to: '{"Level":1}' },
    ]);
  });

  it('leave out members from the future that did not move', () => {
    const there = { set: { Later: 1 }, mfaConfig: { LaterMfaConfiguration: { Level: 3 } } };

    expect(moved(there, there)).toEqual([]);
  });

  it('name a member from the future inside the elements of a list', () => {
    const path = 'AccountRecoverySetting.RecoveryMechanisms';
    const before = [{ Name: 'verified_email', Priority: 1, Delay: 60 }];
    const after = [{ Name: 'verified_email', Priority: 1 }];

    expect(moved({ set: { [path]: before } }, { set: { [path]: after } })).toMatchObject([
      { path: `${path}[].Delay` },
    ]);
  });

  it('leave out what an element takes with it from a list that was changed', () => {
    const path = 'AccountRecoverySetting.RecoveryMechanisms';
    const before = [
      { Name: 'verified_email', Priority: 1, Delay: 60 },
      { Name: 'verified_phone_number', Priority: 2, Delay: 60 },
    ];
    const change = { ...aChange, setting: path } as const;

    expect(moved({ set: { [path]: before } }, { set: { [path]: before.slice(0, 1) } }, [change])).toEqual([]);
  });
});
