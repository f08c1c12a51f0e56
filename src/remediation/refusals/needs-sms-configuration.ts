import { type DraftRule, membersIn, refuseFirst } from '../draft.ts';
import { sendsSms } from '../mfa-factors.ts';
import type { Refusal } from '../refusal.ts';

const firstFactors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
const guarded = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate';

/** What is sent to a phone needs somebody who sends it. Text of the refusal: terraform-provider-aws #28294. */
export const needsSmsConfiguration: DraftRule = (draft) => {
  if (sendsSms(draft)) return draft;
  const refusal: Pick<Refusal, 'code' | 'next'> = {
    code: 'needs-sms-configuration',
    next: 'Give the pool an SmsConfiguration first: it needs a role that only you can choose.',
  };
  if (membersIn(draft, 'AutoVerifiedAttributes').includes('phone_number'))
    return refuseFirst(draft, [guarded, 'AutoVerifiedAttributes'], {
      ...refusal,
      reason: 'Phone numbers can’t be verified while the pool can’t send SMS messages.',
    });
  if (!membersIn(draft, firstFactors).includes('SMS_OTP')) return draft;
  return refuseFirst(draft, [firstFactors], {
    ...refusal,
    reason: 'SMS codes can’t be a first factor while the pool can’t send SMS messages.',
  });
};
