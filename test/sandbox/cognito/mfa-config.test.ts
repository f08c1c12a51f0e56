import {
  GetUserPoolMfaConfigCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { SMS_ROLE_ARN, sandboxFixture } from '../sandbox-fixture.ts';

const SMS = { SnsCallerArn: SMS_ROLE_ARN };
const TOTP = { SoftwareTokenMfaConfiguration: { Enabled: true } };

async function mfaFixture(pool = {}) {
  const fixture = await sandboxFixture();
  const id = await fixture.createPool(pool);
  const set = (request: object) =>
    fixture.cognito.send(new SetUserPoolMfaConfigCommand({ UserPoolId: id, ...request }));
  const get = async () => {
    const { $metadata: _metadata, ...config } = await fixture.cognito.send(
      new GetUserPoolMfaConfigCommand({ UserPoolId: id }),
    );
    return config;
  };
  return { ...fixture, id, set, get };
}

describe('SetUserPoolMfaConfig', () => {
  it('turns MFA off where MfaConfiguration is left out', async () => {
    // Prepare
    const { set, get } = await mfaFixture();
    await set({ MfaConfiguration: 'ON', ...TOTP });

    // Act
    await set({});

    // Assess
    expect(await get()).toEqual({ MfaConfiguration: 'OFF' });
  });

  it('drops the passkey settings that are left out', async () => {
    // Prepare
    const { set, get } = await mfaFixture();
    await set({ MfaConfiguration: 'OFF', WebAuthnConfiguration: { RelyingPartyId: 'auth.example.com' } });

    // Act
    await set({ MfaConfiguration: 'OPTIONAL', ...TOTP });

    // Assess
    expect(await get()).toEqual({ MfaConfiguration: 'OPTIONAL', ...TOTP });
  });

  it('shares its SMS part with UpdateUserPool', async () => {
    // Prepare
    const { set, id, describe: look } = await mfaFixture();

    // Act
    await set({
      MfaConfiguration: 'OPTIONAL',
      SmsMfaConfiguration: { SmsAuthenticationMessage: 'Use {####}', SmsConfiguration: SMS },
    });

    // Assess
    expect(await look(id)).toMatchObject({
      MfaConfiguration: 'OPTIONAL',
      SmsAuthenticationMessage: 'Use {####}',
      SmsConfiguration: SMS,
    });
  });

  it.each([
    [
      'OFF together with a factor',
      {},
      { MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration: { Enabled: false } },
      /can't turn off MFA and configure an MFA together/,
    ],
    [
      'ON without a factor',
      {},
      { MfaConfiguration: 'ON' },
      /can't disable all MFAs with a required or optional configuration/,
    ],
    [
      'ON with a factor that is off',
      {},
      { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: false } },
      /can't disable all MFAs/,
    ],
    [
      'ON without SMS where the pool has SMS',
      { SmsConfiguration: SMS },
      { MfaConfiguration: 'ON', ...TOTP },
      /^Can't turn off SMS_MFA when SMS configuration is set/,
    ],
    [
      "email MFA with AWS's sender",
      {},
      { MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration: {} },
      /EmailSendingAccount of COGNITO_DEFAULT/,
    ],
    [
      'an SmsConfiguration without a sender',
      {},
      { MfaConfiguration: 'ON', SmsMfaConfiguration: { SmsConfiguration: {} } },
      /requires SnsCallerArn or EumsSms/,
    ],
  ])('refuses %s', async (_title, pool, request, says) => {
    // Prepare
    const { set, get } = await mfaFixture(pool);
    const before = await get();

    // Act
    const refusal: unknown = await set(request).catch((thrown: unknown) => thrown);

    // Assess
    expect(refusal).toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringMatching(says),
    });
    expect(await get()).toEqual(before);
  });

  it('refuses passkeys on LITE', async () => {
    // Prepare
    const { set } = await mfaFixture({ UserPoolTier: 'LITE' });

    // Act
    const setting = set({ MfaConfiguration: 'OFF', WebAuthnConfiguration: { UserVerification: 'required' } });

    // Assess
    await expect(setting).rejects.toMatchObject({ name: 'FeatureUnavailableInTierException' });
  });
});

describe('UpdateUserPool and the factors', () => {
  it('leaves TOTP and passkeys as they are', async () => {
    // Prepare
    const { cognito, id, set, get } = await mfaFixture();
    await set({ MfaConfiguration: 'ON', ...TOTP, WebAuthnConfiguration: { UserVerification: 'required' } });
    const before = await get();

    // Act
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, MfaConfiguration: 'ON' }));

    // Assess
    expect(await get()).toEqual(before);
  });

  it('drops TOTP with MFA and keeps passkeys', async () => {
    // Prepare
    const { cognito, id, set, get } = await mfaFixture();
    await set({ MfaConfiguration: 'ON', ...TOTP, WebAuthnConfiguration: { UserVerification: 'required' } });

    // Act
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId: id, MfaConfiguration: 'OFF' }));

    // Assess
    expect(await get()).toEqual({
      MfaConfiguration: 'OFF',
      WebAuthnConfiguration: { UserVerification: 'required' },
    });
  });
});
