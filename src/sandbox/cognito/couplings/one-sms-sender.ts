import { invalidParameter } from '../../answer.ts';
import { isObject, objectAt, stringAt } from '../../json.ts';
import type { Coupling } from './proposed-pool.ts';

/** SDK documentation of SmsConfiguration: an SNS caller or End User Messaging, not both, and not neither. */
export const oneSmsSender: Coupling = ({ request }) => {
  const mfa = objectAt(request, 'SmsMfaConfiguration');
  for (const sms of [request.SmsConfiguration, mfa.SmsConfiguration]) {
    if (!isObject(sms)) continue;
    const sns = (stringAt(sms, 'SnsCallerArn') ?? '') !== '';
    const eums = isObject(sms.EumsSms);
    if (sns && eums) return invalidParameter('SmsConfiguration takes SnsCallerArn or EumsSms, not both');
    if (!sns && !eums) return invalidParameter('SmsConfiguration requires SnsCallerArn or EumsSms');
  }
  return undefined;
};
