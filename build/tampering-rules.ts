import type { Resources } from './cloudformation.ts';
import { ownParts, type Parts } from './own-parts.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';
import { tamperingDeadLettersOf } from './tampering-dead-letters.ts';
import { tamperingElsewhere } from './tampering-elsewhere.ts';
import { tamperingPatterns } from './tampering-patterns.ts';
import { type Told, tamperingRule } from './tampering-rule.ts';

const callsBus = 'ForwardedCallsBus';

/**
 * The rules that tell people at once of whoever could blind or mute this deployment, with no function between that could
 * be blinded as well; and the queue of what could not be told.
 * @param resources the whole template: what it has of each type is what is watched
 */
export const tamperingRules = (resources: Parts, names: DeploymentNames, told: Told): Resources => {
  const here = tamperingPatterns(ownParts(resources, names));
  // Only where other Regions are governed there is a bus that they tell by. What comes by a bus goes to no further one
  // (EventBridge user guide, "Sending and receiving events between event buses"): rules there tell the centre themselves.
  const elsewhere = resources[callsBus]
    ? tamperingRule(tamperingElsewhere(names, `\${AWS::Region}`), names, { chat: told.chat }, callsBus)
    : {};
  const rules: Resources = Object.assign(
    {},
    ...here.map((pattern) => tamperingRule(pattern, names, told)),
    elsewhere,
  );
  return { ...rules, ...tamperingDeadLettersOf({ ...resources, ...rules }) };
};
