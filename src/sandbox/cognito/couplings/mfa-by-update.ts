import { invalidParameter } from '../../answer.ts';
import { type Coupling, hasEmailMfa, hasTotp, mfaOf, sendsSms } from './proposed-pool.ts';

/**
 * UpdateUserPool can echo and lower MFA but not raise it to ON, and OPTIONAL needs a factor.
 * Texts: the AWS CLI's update-user-pool page and aws-cloudformation/cloudformation-coverage-roadmap#1176;
 * go-to-k/cdkd#1920, on live pools.
 */
export const mfaByUpdate: Coupling = ({ operation, before, after }) => {
  if (operation !== 'UpdateUserPool' || before === undefined || mfaOf(after) === 'OFF') return undefined;
  if (mfaOf(after) === 'ON' && mfaOf(before) !== 'ON') {
    return invalidParameter('Cannot turn MFA functionality ON, once the user pool has been created.');
  }
  if (sendsSms(after) || hasTotp(after) || hasEmailMfa(after)) return undefined;
  return invalidParameter('SMS MFA, Email MFA, or Software Token MFA must be enabled.');
};
