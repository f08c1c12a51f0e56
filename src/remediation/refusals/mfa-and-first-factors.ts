import { type DraftRule, membersIn, refuseFirst, valueIn } from '../draft.ts';
import { mfaIn } from '../mfa-factors.ts';

const firstFactors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
const passkeys = 'WebAuthnConfiguration.FactorConfiguration';

/**
 * Required MFA leaves no room for one-time passwords as first factors, nor for passkeys that count as one factor.
 * Source: cdkd, on live pools, 2026-08. A passkey counts as one unless it says otherwise (API reference).
 */
export const mfaAndFirstFactors: DraftRule = (draft) => {
  if (mfaIn(draft) !== 'ON') return draft;
  const factors = membersIn(draft, firstFactors);
  const oneTime = factors.filter((factor) => factor === 'EMAIL_OTP' || factor === 'SMS_OTP');
  const singlePasskey =
    factors.includes('WEB_AUTHN') && (valueIn(draft, passkeys) ?? 'SINGLE_FACTOR') === 'SINGLE_FACTOR';
  if (oneTime.length === 0 && !singlePasskey) return draft;
  return refuseFirst(draft, [passkeys, firstFactors, 'MfaConfiguration'], {
    code: 'mfa-and-first-factors',
    reason: `AWS refuses MFA ON with ${[...oneTime, ...(singlePasskey ? ['passkeys that count as one factor'] : [])].join(' and ')} as a first factor.`,
    next: 'Take these out of the first factors, or make passkeys MULTI_FACTOR_WITH_USER_VERIFICATION, or ask for OPTIONAL.',
  });
};
