import { type DraftRule, refuseFirst } from '../draft.ts';
import { hasFactor, mfaIn } from '../mfa-factors.ts';

const causes = [
  'SoftwareTokenMfaConfiguration.Enabled',
  'EmailMfaConfiguration.Message',
  'EmailMfaConfiguration.Subject',
  'MfaConfiguration',
] as const;

/** MFA needs a factor that users can be asked for. Text of AWS's refusal: aws-sdk-js #4186. */
export const needsMfaFactor: DraftRule = (draft) => {
  if (mfaIn(draft) === 'OFF' || hasFactor(draft)) return draft;
  return refuseFirst(draft, causes, {
    code: 'needs-mfa-factor',
    reason: 'AWS refuses MFA without a second factor to ask for, and the pool would have none.',
    next: 'Name the factor in the rule on MfaConfiguration: factor: SOFTWARE_TOKEN_MFA.',
  });
};
