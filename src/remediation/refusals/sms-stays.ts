import { type DraftRule, refuseFirst } from '../draft.ts';
import { sendsSms } from '../mfa-factors.ts';

const senders = ['SmsConfiguration.SnsCallerArn', 'SmsConfiguration.EumsSms.CallerArn'] as const;

/** A pool that can send SMS messages can't lose that again. Source: Terraform provider documentation, sms_configuration. */
export const smsStays: DraftRule = (draft) => {
  if (sendsSms(draft)) return draft;
  return refuseFirst(draft, senders, {
    code: 'no-remedy',
    reason: 'A pool’s SmsConfiguration can’t be taken away, only replaced.',
    next: 'Create a new pool and move the users, or exempt the pool.',
  });
};
