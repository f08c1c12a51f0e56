import { type DraftRule, membersIn, refuseFirst, valueIn } from '../draft.ts';
import { hasEmailMfa } from '../mfa-factors.ts';

const sender = 'EmailConfiguration.EmailSendingAccount';
const recovery = 'AccountRecoverySetting.RecoveryMechanisms';
const block = ['EmailMfaConfiguration.Message', 'EmailMfaConfiguration.Subject'] as const;

/**
 * Email as a second factor needs the account's own sender, and another way back than email.
 * Sources: cdkd, on live pools, 2026-08; terraform-provider-aws #41049.
 */
export const emailMfa: DraftRule = (draft) => {
  if (!hasEmailMfa(draft)) return draft;
  if (valueIn(draft, sender) !== 'DEVELOPER')
    return refuseFirst(draft, [...block, sender], {
      code: 'email-mfa',
      reason: 'Email as a second factor needs EmailSendingAccount DEVELOPER.',
      next: 'Configure the pool’s own SES sender, or turn email MFA off.',
    });
  if (!membersIn(draft, recovery).every((name) => name === 'verified_email')) return draft;
  return refuseFirst(draft, [...block, recovery], {
    code: 'email-mfa',
    reason: 'With email as a second factor, email can’t be the only way to recover an account.',
    next: 'Allow another recovery mechanism, or turn email MFA off.',
  });
};
