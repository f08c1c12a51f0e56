import { invalidParameter } from '../../answer.ts';
import { type Coupling, mfaOf, recoveryOf, sendsSms } from './proposed-pool.ts';

/** A phone that is the second factor can't be the only way back. Text: github.com/aws/aws-cdk/issues/11478. */
export const phoneRecovery: Coupling = ({ after }) => {
  const recovery = recoveryOf(after);
  const phoneOnly = recovery.length > 0 && recovery.every((name) => name === 'verified_phone_number');
  if (!phoneOnly || mfaOf(after) === 'OFF' || !sendsSms(after)) return undefined;
  return invalidParameter(
    'Account Recovery Setting cannot use verified_phone_number as a recovery mechanism when SMS MFA is configured',
  );
};
