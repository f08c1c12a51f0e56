import { describe, expect, it } from 'vitest';
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
});
