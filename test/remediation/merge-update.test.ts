import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/pool/json.ts';
import type { SettingValue } from '../../src/pool/setting-value.ts';
import type { SettingPath } from '../../src/pool/settings.ts';
import { mergeUpdate } from '../../src/remediation/merge-update.ts';
import type { SettingChange } from '../../src/remediation/setting-change.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

const aChange = (setting: SettingPath, to: SettingValue): SettingChange => ({
  setting,
  from: null,
  to,
  because: [{ kind: 'rule', rule: 'a-rule', at: 'policies/baseline.yaml:1' }],
});

const merged = (set: { [path: string]: Json | undefined } = {}, ...changes: SettingChange[]) =>
  mergeUpdate(aPoolSnapshot({ set }), changes);

describe('the merged request', () => {
  it('carries everything that UpdateUserPool takes, and nothing that it doesn’t', () => {
    const { userPool } = aPoolSnapshot();
    const request = mergeUpdate(aPoolSnapshot(), []);

    const {
      Id,
      Arn,
      Name,
      CreationDate,
      LastModifiedDate,
      EstimatedNumberOfUsers,
      SchemaAttributes,
      UsernameAttributes,
      UsernameConfiguration,
      Domain,
      SmsVerificationMessage,
      EmailVerificationMessage,
      EmailVerificationSubject,
      AdminCreateUserConfig,
      AcrConfiguration,
      DcrConfiguration,
      ...asRead
    } = userPool;
    const {
      UserPoolId,
      PoolName,
      AdminCreateUserConfig: sentCreation,
      AcrConfiguration: sentAcr,
      ...rest
    } = request;
    expect(rest).toEqual(asRead);
    expect({ UserPoolId, PoolName }).toEqual({ UserPoolId: Id, PoolName: Name });
    const { UnusedAccountValidityDays, ...creation } = AdminCreateUserConfig as {
      UnusedAccountValidityDays?: number;
    };
    expect(sentCreation).toEqual(creation);
  });

  it('changes the member that a change names, and only that', () => {
    const before = merged();
    const after = merged({}, aChange('Policies.PasswordPolicy.MinimumLength', 20));

    expect(after).toEqual({
      ...before,
      Policies: {
        ...(before.Policies as object),
        PasswordPolicy: {
          ...(before.Policies as { PasswordPolicy: object }).PasswordPolicy,
          MinimumLength: 20,
        },
      },
    });
  });

  it('carries members that the catalogue doesn’t know, at every depth, as they were read', () => {
    const request = merged({
      QuantumConfiguration: { Level: '', Empty: {}, List: [], Nothing: null },
      'Policies.PasswordPolicy.MinimumEntropy': 40,
      'LambdaConfig.PostFederation': 'arn:later',
    });

    expect(request).toMatchObject({
      QuantumConfiguration: { Level: '', Empty: {}, List: [], Nothing: null },
      Policies: { PasswordPolicy: { MinimumEntropy: 40 } },
      LambdaConfig: { PostFederation: 'arn:later' },
    });
  });

  it('says that no attribute is verified, where Describe says nothing', () => {
    expect(merged({ AutoVerifiedAttributes: undefined }).AutoVerifiedAttributes).toEqual([]);
  });

  it('never invents remembering of devices', () => {
    expect(merged({ DeviceConfiguration: undefined })).not.toHaveProperty('DeviceConfiguration');
  });

  it('carries remembering that has every part switched off, since its presence is what counts', () => {
    const off = { ChallengeRequiredOnNewDevice: false, DeviceOnlyRememberedOnUserPrompt: false };

    expect(merged({ DeviceConfiguration: off }).DeviceConfiguration).toEqual(off);
  });

  it('writes a recovery order with priorities from 1, and keeps what an element holds besides', () => {
    const mechanisms = [
      { Name: 'verified_phone_number', Priority: 1, Delay: 60 },
      { Name: 'verified_email', Priority: 2 },
    ];
    const request = merged(
      { 'AccountRecoverySetting.RecoveryMechanisms': mechanisms },
      aChange('AccountRecoverySetting.RecoveryMechanisms', ['verified_email', 'verified_phone_number']),
    );

    expect(request.AccountRecoverySetting).toEqual({
      RecoveryMechanisms: [
        { Name: 'verified_email', Priority: 1 },
        { Name: 'verified_phone_number', Priority: 2, Delay: 60 },
      ],
    });
  });
});

describe('the carry rules', () => {
  it('fold UnusedAccountValidityDays into a missing TemporaryPasswordValidityDays', () => {
    const request = merged({
      'Policies.PasswordPolicy.TemporaryPasswordValidityDays': undefined,
      'AdminCreateUserConfig.UnusedAccountValidityDays': 30,
    });

    expect(request).toMatchObject({ Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 30 } } });
    expect(request.AdminCreateUserConfig).not.toHaveProperty('UnusedAccountValidityDays');
  });

  it('drop UnusedAccountValidityDays beside TemporaryPasswordValidityDays', () => {
    const request = merged({
      'Policies.PasswordPolicy.TemporaryPasswordValidityDays': 3,
      'AdminCreateUserConfig.UnusedAccountValidityDays': 30,
    });

    expect(request).toMatchObject({ Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 3 } } });
    expect(request.AdminCreateUserConfig).not.toHaveProperty('UnusedAccountValidityDays');
  });

  it('fill a missing template member from its former place, and never send the former place', () => {
    const request = merged({
      'VerificationMessageTemplate.EmailSubject': undefined,
      EmailVerificationSubject: 'Confirm',
    });

    expect(request.VerificationMessageTemplate).toMatchObject({ EmailSubject: 'Confirm' });
    expect(request).not.toHaveProperty('EmailVerificationSubject');
    expect(request).not.toHaveProperty('EmailVerificationMessage');
    expect(request).not.toHaveProperty('SmsVerificationMessage');
  });

  it.each(['', null])('fill a template member that is shown as %j from its former place', (shown) => {
    const request = merged({
      'VerificationMessageTemplate.EmailSubject': shown,
      EmailVerificationSubject: 'Confirm',
    });

    expect(request.VerificationMessageTemplate).toMatchObject({ EmailSubject: 'Confirm' });
  });

  it.each(['', null])('fill nothing from a former place that is shown as %j', (shown) => {
    const request = merged({
      'VerificationMessageTemplate.EmailSubject': undefined,
      EmailVerificationSubject: shown,
    });

    expect(request.VerificationMessageTemplate).not.toHaveProperty('EmailSubject');
    expect(request).not.toHaveProperty('EmailVerificationSubject');
  });

  it.each([undefined, '', null])('name no pool whose name is told as %j', (name) => {
    const request = merged({ Name: name });

    expect(request).not.toHaveProperty('PoolName');
    expect(request).not.toHaveProperty('Name');
  });

  it('carry a structure that has another form than the catalogue’s as it was read', () => {
    const request = merged({ DeviceConfiguration: 'ALWAYS', LambdaConfig: ['later'] });

    expect(request).toMatchObject({ DeviceConfiguration: 'ALWAYS', LambdaConfig: ['later'] });
  });

  it('carry a member that so far only the other answer has had', () => {
    const passkeys = { RelyingPartyId: 'example.com' };

    expect(merged({ WebAuthnConfiguration: passkeys })).toMatchObject({ WebAuthnConfiguration: passkeys });
  });

  it('leave the tags that AWS keeps for itself to AWS, however they are spelt', () => {
    const tags = { 'aws:cloudformation:stack-name': 'checkout', 'AWS:owner': 'aws', team: 'aws:' };

    expect(merged({ UserPoolTags: tags }).UserPoolTags).toEqual({ team: 'aws:' });
  });

  it('say that threat protection is off where its block says only more than that', () => {
    const flows = { AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' } };

    const [emptied, untold, told] = [
      merged(
        { 'UserPoolAddOns.AdvancedSecurityAdditionalFlows': flows.AdvancedSecurityAdditionalFlows },
        aChange('UserPoolAddOns.AdvancedSecurityMode', null),
      ),
      merged({ UserPoolAddOns: flows }),
      merged({ UserPoolAddOns: { ...flows, AdvancedSecurityMode: 'AUDIT' } }),
    ];

    expect(emptied.UserPoolAddOns).toEqual({ ...flows, AdvancedSecurityMode: 'OFF' });
    expect(untold.UserPoolAddOns).toEqual({ ...flows, AdvancedSecurityMode: 'OFF' });
    expect(told.UserPoolAddOns).toEqual({ ...flows, AdvancedSecurityMode: 'AUDIT' });
  });

  it('drop empty placeholders that AWS refuses', () => {
    const request = merged({
      SmsAuthenticationMessage: '',
      EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', ReplyToEmailAddress: '' },
      SmsConfiguration: {},
      UserPoolAddOns: {},
      AccountRecoverySetting: { RecoveryMechanisms: [] },
      'Policies.SignInPolicy.AllowedFirstAuthFactors': [],
      LambdaConfig: {},
    });

    for (const dropped of [
      'SmsAuthenticationMessage',
      'SmsConfiguration',
      'UserPoolAddOns',
      'AccountRecoverySetting',
      'LambdaConfig',
    ])
      expect(request).not.toHaveProperty(dropped);
    expect(request.EmailConfiguration).toEqual({ EmailSendingAccount: 'DEVELOPER' });
    expect(request.Policies).not.toHaveProperty('SignInPolicy');
  });

  it('keep empty lists that mean "none"', () => {
    const request = merged({
      AutoVerifiedAttributes: [],
      'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate': [],
    });

    expect(request.AutoVerifiedAttributes).toEqual([]);
    expect(request.UserAttributeUpdateSettings).toEqual({ AttributesRequireVerificationBeforeUpdate: [] });
  });

  it('leave DcrConfiguration to AWS, which keeps it', () => {
    expect(merged({ DcrConfiguration: { OpenDcrEnabled: false } })).not.toHaveProperty('DcrConfiguration');
  });

  it('send DcrConfiguration whole and never without EnableStatus, where a change names it', () => {
    const request = merged(
      { DcrConfiguration: { OpenDcrEnabled: true, AllowedScopes: ['email'] } },
      aChange('DcrConfiguration.OpenDcrEnabled', false),
    );

    expect(request.DcrConfiguration).toEqual({
      EnableStatus: 'Disabled',
      OpenDcrEnabled: false,
      AllowedScopes: ['email'],
    });
  });

  it('send level names that only look like AWS’s', () => {
    const own = {
      Level1: { AcrValue: 'urn:cognito:loa:1', Later: 1 },
      Level10: { AcrValue: 'urn:cognito:loa:1' },
      SubLevel1: { AcrValue: 'urn:cognito:loa:1' },
      Level2: 'urn:cognito:loa:2',
    };

    expect(merged({ AcrConfiguration: own }).AcrConfiguration).toEqual(own);
  });

  it('send only level names that differ from AWS’s', () => {
    const own = { Level2: { AcrValue: 'https://example.com/mfa' } };

    expect(
      merged({ AcrConfiguration: { Level1: { AcrValue: 'urn:cognito:loa:1' }, ...own } }).AcrConfiguration,
    ).toEqual(own);
    expect(merged({ AcrConfiguration: { Level1: { AcrValue: 'urn:cognito:loa:1' } } })).not.toHaveProperty(
      'AcrConfiguration',
    );
  });
});
