import { describe, expect, it } from 'vitest';
import { requestedSettings } from '../../src/pool/requested-settings.ts';

describe('the settings that a recorded request names', () => {
  it('are found under CloudTrail’s spelling of AWS’s names', () => {
    const request = {
      userPoolId: 'eu-west-1_AbCdEf123',
      policies: { passwordPolicy: { minimumLength: 8, requireSymbols: false } },
      mfaConfiguration: 'OFF',
      lambdaConfig: { preSignUp: 'arn:aws:lambda:eu-west-1:111122223333:function:gate' },
      userPoolTags: { Team: 'checkout' },
      accountRecoverySetting: {
        recoveryMechanisms: [
          { name: 'verified_phone_number', priority: 2 },
          { name: 'verified_email', priority: 1 },
        ],
      },
    };

    expect(requestedSettings(request)).toEqual(
      expect.arrayContaining([
        { setting: 'Policies.PasswordPolicy.MinimumLength', value: 8 },
        { setting: 'Policies.PasswordPolicy.RequireSymbols', value: false },
        { setting: 'MfaConfiguration', value: 'OFF' },
        {
          setting: 'LambdaConfig.PreSignUp',
          value: 'arn:aws:lambda:eu-west-1:111122223333:function:gate',
        },
        { setting: 'UserPoolTags', value: { Team: 'checkout' } },
        {
          setting: 'AccountRecoverySetting.RecoveryMechanisms',
          value: ['verified_email', 'verified_phone_number'],
        },
      ]),
    );
    expect(requestedSettings(request)).toHaveLength(6);
  });

  it('are those of SetUserPoolMfaConfig too', () => {
    expect(requestedSettings({ softwareTokenMfaConfiguration: { enabled: false } })).toEqual([
      { setting: 'SoftwareTokenMfaConfiguration.Enabled', value: false },
    ]);
  });

  it('leave out secrets and long texts', () => {
    const emailMessage = `${'x'.repeat(500)} {####}`;

    expect(
      requestedSettings({
        smsConfiguration: { externalId: 'a-shared-secret' },
        verificationMessageTemplate: { emailMessage },
      }),
    ).toEqual([]);
  });

  it('leave out what a request says only in part, or AWS takes for something else', () => {
    expect(
      requestedSettings({
        acrConfiguration: { level1: { acrValue: 'urn:example:one' } },
        policies: { passwordPolicy: { temporaryPasswordValidityDays: 0 } },
      }),
    ).toEqual([]);
  });

  it.each([
    null,
    undefined,
    'text',
    [],
    { policies: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
    { policies: { passwordPolicy: { minimumLength: '8' } } },
  ])('are none in %j', (request) => {
    expect(requestedSettings(request)).toEqual([]);
  });
});
