import { invalidParameter } from '../../answer.ts';
import { objectAt, stringAt } from '../../json.ts';
import { type Coupling, hasEmailMfa, recoveryOf } from './proposed-pool.ts';

/**
 * Email as a second factor needs one's own sender, and another way back than email.
 * Text of the first: go-to-k/cdkd; the rule of the second: hashicorp/terraform-provider-aws#41049.
 */
export const emailMfa: Coupling = ({ after }) => {
  if (!hasEmailMfa(after)) return undefined;
  if (stringAt(objectAt(after.settings, 'EmailConfiguration'), 'EmailSendingAccount') !== 'DEVELOPER') {
    return invalidParameter(
      'Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT',
    );
  }
  const recovery = recoveryOf(after);
  if (recovery.length === 0 || recovery.some((name) => name !== 'verified_email')) return undefined;
  return invalidParameter(
    'Account Recovery Setting cannot use verified_email as the only recovery mechanism when Email MFA is configured',
  );
};
