import { invalidParameter } from '../../answer.ts';
import { stringsAt } from '../../json.ts';
import { type Coupling, sendsSms } from './proposed-pool.ts';

/** Text: github.com/hashicorp/terraform-provider-aws/issues/28294. */
export const phoneVerificationNeedsSms: Coupling = ({ after }) => {
  if (!stringsAt(after.settings, 'AutoVerifiedAttributes').includes('phone_number') || sendsSms(after))
    return undefined;
  return invalidParameter(
    'SMS configuration is required when phone_number is selected for auto verification',
  );
};
