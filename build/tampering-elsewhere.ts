import { sub } from './cloudformation.ts';
import { forwardName, watchName } from './forwarding-names.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';
import { type TamperingPattern, tamperingPatterns } from './tampering-patterns.ts';

/**
 * Calls in other Regions by which somebody could stop their rules from forwarding, as the rule there and the one at home
 * on the bus both take them.
 * @param home the home Region, or how CloudFormation names it
 */
export const tamperingElsewhere = (names: DeploymentNames, home: string): TamperingPattern => {
  const rules = [sub(forwardName(names, home)), sub(watchName(names, home))];
  const [pattern] = tamperingPatterns({ rules, trails: false });
  if (!pattern) throw new Error('There is no pattern over rules.');
  return { ...pattern, kind: 'elsewhere', on: 'a rule by which another Region tells' };
};
