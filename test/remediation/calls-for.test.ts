import { describe, expect, it } from 'vitest';
import { planned } from './planned.ts';

const length = 'Policies.PasswordPolicy.MinimumLength';
const firstFactors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
const sender = 'EmailConfiguration.EmailSendingAccount';
const mail = 'EmailMfaConfiguration.Message';
const totp = 'SoftwareTokenMfaConfiguration.Enabled';

describe('the calls of a plan', () => {
  it('are one for settings of UpdateUserPool alone', () => {
    const { calls } = planned({ asked: { [length]: { atLeast: 16 } } });

    expect(calls).toMatchObject([{ operation: 'UpdateUserPool', settings: [length], standsAlone: true }]);
  });

  it('set the requirement of MFA with the call that AWS takes it in, though both have it', () => {
    const { calls } = planned({ asked: { MfaConfiguration: { equals: 'OFF' } } });

    expect(calls).toMatchObject([
      { operation: 'SetUserPoolMfaConfig', settings: ['MfaConfiguration', totp], standsAlone: true },
    ]);
  });

  it('each hold their own changes only, UpdateUserPool first', () => {
    const { calls } = planned({ asked: { [totp]: { equals: false }, [length]: { atLeast: 16 } } });

    const [update, mfa] = calls;
    expect(update).toMatchObject({
      operation: 'UpdateUserPool',
      settings: [length],
      standsAlone: true,
      request: { Policies: { PasswordPolicy: { MinimumLength: 16 } } },
    });
    expect(update?.request).not.toHaveProperty('SoftwareTokenMfaConfiguration');
    expect(mfa).toMatchObject({
      operation: 'SetUserPoolMfaConfig',
      settings: [totp],
      standsAlone: true,
      request: { SoftwareTokenMfaConfiguration: { Enabled: false } },
    });
    expect(mfa?.request).not.toHaveProperty('Policies');
  });

  it('begin with UpdateUserPool where it brings what MFA needs', () => {
    const { calls } = planned({
      set: { [sender]: 'COGNITO_DEFAULT' },
      asked: { [mail]: { equals: 'Code {####}' }, [sender]: { equals: 'DEVELOPER' } },
    });

    expect(calls).toMatchObject([
      { operation: 'UpdateUserPool', settings: [sender], standsAlone: true },
      { operation: 'SetUserPoolMfaConfig', settings: [mail], standsAlone: false },
    ]);
  });

  it('begin with MFA where UpdateUserPool takes away what MFA needs until then', () => {
    const { calls } = planned({
      set: { MfaConfiguration: 'ON', [firstFactors]: ['PASSWORD'] },
      mfaConfig: { MfaConfiguration: 'ON' },
      asked: { MfaConfiguration: { equals: 'OPTIONAL' }, [firstFactors]: { includes: ['EMAIL_OTP'] } },
    });

    expect(calls).toMatchObject([
      { operation: 'SetUserPoolMfaConfig', settings: ['MfaConfiguration'], standsAlone: true },
      { operation: 'UpdateUserPool', settings: [firstFactors], standsAlone: false },
    ]);
  });
});
