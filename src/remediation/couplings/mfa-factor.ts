import { changesSetting, type DraftRule, withCoupling } from '../draft.ts';
import { hasFactor, mfaIn } from '../mfa-factors.ts';

/**
 * MFA without a factor is refused by AWS. The rule may name the factor to turn on; authenticator apps are the
 * only one that needs nothing else. Source: aws-sdk-js #4186.
 */
export const mfaFactor: DraftRule = (draft) => {
  if (!changesSetting(draft, 'MfaConfiguration') || mfaIn(draft) === 'OFF' || hasFactor(draft)) return draft;
  if (draft.terms.get('MfaConfiguration')?.factor !== 'SOFTWARE_TOKEN_MFA') return draft;
  return withCoupling(draft, 'SoftwareTokenMfaConfiguration.Enabled', true, {
    coupling: 'mfa-factor',
    reason: 'AWS refuses MFA without a factor; the rule names authenticator apps.',
    forcedBy: 'MfaConfiguration',
  });
};
