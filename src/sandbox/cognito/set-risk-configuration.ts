import { answered, refused } from '../answer.ts';
import { objectAt } from '../json.ts';
import { isRefused, namedPool, type Operation } from './operation.ts';
import { epochSeconds } from './show-pool.ts';

/** SetRiskConfiguration: answered and recorded; the sandbox keeps no risk configuration. */
export const setRiskConfiguration: Operation = (world, call, input) => {
  const pool = namedPool(world, call, input);
  if (isRefused(pool)) return pool;
  if ((objectAt(pool.settings, 'UserPoolAddOns').AdvancedSecurityMode ?? 'OFF') === 'OFF') {
    return refused('UserPoolAddOnNotEnabledException', 'User pool add-ons are not enabled.');
  }
  return answered({ RiskConfiguration: { ...input, LastModifiedDate: epochSeconds(call.at) } });
};
