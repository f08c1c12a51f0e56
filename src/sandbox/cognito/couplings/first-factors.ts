import { invalidParameter } from '../../answer.ts';
import { type Coupling, firstFactorsOf, sendsSms } from './proposed-pool.ts';

/** SDK documentation of AllowedFirstAuthFactors: SOFTWARE_TOKEN isn't supported yet; SMS_OTP has to be sent by something. */
export const firstFactors: Coupling = ({ after }) => {
  const factors = firstFactorsOf(after);
  if (factors.includes('SOFTWARE_TOKEN')) {
    return invalidParameter('SOFTWARE_TOKEN is not supported as an allowed first auth factor');
  }
  if (!factors.includes('SMS_OTP') || sendsSms(after)) return undefined;
  return invalidParameter('SMS configuration is required when SMS_OTP is an allowed first auth factor');
};
