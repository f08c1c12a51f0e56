import { type DraftRule, membersIn, refuseFirst } from '../draft.ts';
import { mfaIn, sendsSms } from '../mfa-factors.ts';

const recovery = 'AccountRecoverySetting.RecoveryMechanisms';

const senders = ['SmsConfiguration.SnsCallerArn', 'SmsConfiguration.EumsSms.CallerArn'] as const;

/** A phone that is the second factor can't be the only way back in. Text of the refusal: aws-cdk #11478. */
export const phoneRecovery: DraftRule = (draft) => {
  const phoneOnly = membersIn(draft, recovery).every((name) => name === 'verified_phone_number');
  if (!phoneOnly || mfaIn(draft) === 'OFF' || !sendsSms(draft)) return draft;
  return refuseFirst(draft, [recovery, ...senders, 'MfaConfiguration'], {
    code: 'phone-recovery',
    reason: 'With SMS as a second factor, the phone can’t be the only way to recover an account.',
    next: 'Allow another recovery mechanism.',
  });
};
