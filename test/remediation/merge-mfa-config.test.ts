import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/pool/json.ts';
import { mergeMfaConfig } from '../../src/remediation/merge-mfa-config.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

describe('the body of a SetUserPoolMfaConfig', () => {
  it('leaves out texts that were never set', () => {
    const mfaConfig = { EmailMfaConfiguration: { Message: 'Code {####}', Subject: '' } };

    expect(mergeMfaConfig(aPoolSnapshot({ mfaConfig }), [])).toMatchObject({
      EmailMfaConfiguration: { Message: 'Code {####}' },
    });
    expect(mergeMfaConfig(aPoolSnapshot({ mfaConfig }), [])).not.toHaveProperty(
      'EmailMfaConfiguration.Subject',
    );
  });

  it('keeps members from the future as they were read, empty ones too', () => {
    const mfaConfig = {
      WebAuthnConfiguration: { RelyingPartyId: 'example.com', Later: '' },
      PushMfaConfiguration: {},
      VoiceMfaConfiguration: { Text: '' },
    };

    expect(mergeMfaConfig(aPoolSnapshot({ mfaConfig }), [])).toMatchObject(mfaConfig);
  });

  it('says the requirement that was read, where it is told only by DescribeUserPool too', () => {
    const told = aPoolSnapshot({
      set: { MfaConfiguration: 'ON' },
      mfaConfig: { MfaConfiguration: 'OPTIONAL' },
    });
    const { MfaConfiguration, ...untold } = told.mfaConfig;

    expect(mergeMfaConfig(told, [])).toMatchObject({ MfaConfiguration: 'OPTIONAL' });
    expect(mergeMfaConfig({ ...told, mfaConfig: untold }, [])).toMatchObject({ MfaConfiguration: 'ON' });
  });

  it('says OFF where neither answer tells the requirement', () => {
    const { pool, ...untold } = aPoolSnapshot({
      set: { MfaConfiguration: undefined },
      mfaConfig: { MfaConfiguration: undefined },
    });

    expect(mergeMfaConfig({ pool, ...untold }, [])).toEqual({ UserPoolId: pool.id, MfaConfiguration: 'OFF' });
  });

  it('leaves out a known structure that is shown as null, and keeps an unknown one', () => {
    const block = { SmsAuthenticationMessage: 'Code {####}', SmsConfiguration: null, Later: null };

    expect(mergeMfaConfig(aPoolSnapshot({ mfaConfig: { SmsMfaConfiguration: block } }), [])).toHaveProperty(
      'SmsMfaConfiguration',
      { SmsAuthenticationMessage: 'Code {####}', Later: null },
    );
  });

  it('has no factor while MFA is OFF, and keeps passkeys', () => {
    const mfaConfig = {
      MfaConfiguration: 'OFF',
      SoftwareTokenMfaConfiguration: { Enabled: false },
      EmailMfaConfiguration: { Subject: 'Code' },
      WebAuthnConfiguration: { RelyingPartyId: 'example.com' },
    };

    expect(mergeMfaConfig(aPoolSnapshot({ mfaConfig }), [])).toEqual({
      UserPoolId: 'eu-west-1_AbCdEf123',
      MfaConfiguration: 'OFF',
      WebAuthnConfiguration: { RelyingPartyId: 'example.com' },
    });
  });

  it('keeps a block that says by itself that its factor is on, and leaves out one that a change emptied', () => {
    const because = [{ kind: 'rule', rule: 'a-rule', at: 'policies/baseline.yaml:7' }] as const;
    const subject = { setting: 'EmailMfaConfiguration.Subject', from: 'Code', to: null, because } as const;
    const withEmail = (block: JsonObject) => aPoolSnapshot({ mfaConfig: { EmailMfaConfiguration: block } });

    const [bare, emptied] = [
      mergeMfaConfig(withEmail({}), []),
      mergeMfaConfig(withEmail({ Subject: 'Code' }), [subject]),
    ];

    expect(bare).toHaveProperty('EmailMfaConfiguration', {});
    expect(emptied).not.toHaveProperty('EmailMfaConfiguration');
  });
});
