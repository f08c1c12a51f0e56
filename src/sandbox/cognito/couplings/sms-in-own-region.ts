import { invalidParameter } from '../../answer.ts';
import { objectAt, stringAt } from '../../json.ts';
import type { Coupling } from './proposed-pool.ts';

/** SDK documentation of EumsSmsConfigurationType.Region: the pool's own Region, or an InvalidParameterException. */
export const smsInOwnRegion: Coupling = ({ after }) => {
  const region = stringAt(objectAt(objectAt(after.settings, 'SmsConfiguration'), 'EumsSms'), 'Region');
  if (region === undefined || region === after.region) return undefined;
  return invalidParameter(`EumsSms Region must be the Region of the user pool, ${after.region}`);
};
