import { type DraftRule, refuseFirst } from '../draft.ts';
import { hasEmailMfa, hasTotp, mfaIn } from '../mfa-factors.ts';

const factors = [
  'SoftwareTokenMfaConfiguration.Enabled',
  'EmailMfaConfiguration.Message',
  'EmailMfaConfiguration.Subject',
] as const;

/** AWS refuses a second factor while MFA is OFF. Source: cdkd, on live pools, 2026-08. */
export const mfaIsOff: DraftRule = (draft) => {
  if (mfaIn(draft) !== 'OFF' || !(hasTotp(draft) || hasEmailMfa(draft))) return draft;
  return refuseFirst(draft, factors, {
    code: 'mfa-is-off',
    reason: 'AWS takes a second factor only while MFA is OPTIONAL or ON, and the pool’s is OFF.',
    next: 'Add a rule that asks for MfaConfiguration OPTIONAL.',
  });
};
