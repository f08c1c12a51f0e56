import { invalidParameter } from '../../answer.ts';
import { type Coupling, mfaOf, sendsSms } from './proposed-pool.ts';

/** SDK documentation of CreateUserPool; text: github.com/aws/aws-cdk/issues/12075. */
export const mfaAtCreation: Coupling = ({ operation, after }) => {
  if (operation !== 'CreateUserPool' || mfaOf(after) === 'OFF' || sendsSms(after)) return undefined;
  return invalidParameter(
    'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
  );
};
