import { isDeepStrictEqual } from 'node:util';
import type { Resources } from '../cloudformation.ts';
import { ownParts } from '../own-parts.ts';
import type { DeploymentNames } from '../resources-by-parameter.ts';
import { type TamperingPattern, tamperingPatterns } from '../tampering-patterns.ts';
import { type Told, tamperingRule, tellingTargets } from '../tampering-rule.ts';
import { alarmChat, alarmMail, goneOff } from './alarms-gone-off.ts';
import { centreAlarmNames } from './centre-alarms.ts';
import { membersTopic } from './organization-names.ts';

const bus = 'OrganizationBus';

/**
 * The same calls, on parts of another account: which parts are a member's own, the member's rule has found already, and
 * their ids are nobody's to know here. What a member's rules leave out is left out here as well, since whoever may make
 * rules there can put anything that happened on the bus: refused calls, whose parameters nobody has checked, above all.
 */
const ofMembers = ({ kind, pattern, ...rest }: TamperingPattern): TamperingPattern => {
  const { detail, ...envelope } = pattern as { readonly detail: { readonly [name: string]: unknown } };
  const { eventSource, eventName, errorCode, sourceIPAddress } = detail;
  return {
    ...rest,
    kind: `members-${kind}`,
    pattern: { ...envelope, detail: { eventSource, eventName, errorCode, sourceIPAddress } },
  };
};

/**
 * The rules by which the centre tells people at once of what the rules of members put on its bus: who tampers with
 * Lifeguard there, and which of its alarms go off. Nobody can put AWS's own events there but by a rule, in whose
 * account they happened: PutEvents refuses a source that begins with `aws.`.
 * @param resources the whole template: members have the same alarms, but those of a centre
 */
export const hearMembers = (
  resources: Resources,
  names: DeploymentNames,
  { chat }: Pick<Told, 'chat'>,
): Resources => {
  const told = { chat, topic: membersTopic };
  const { service, stage } = names;
  const own = centreAlarmNames.map((name) => `${service}-${stage}-${name}`);
  const patterns = tamperingPatterns(ownParts(resources, names)).map(ofMembers);
  // Two rules watch each other in a member; here, they are about the same calls.
  const distinct = patterns.filter(
    ({ pattern }, index) => index === patterns.findIndex((each) => isDeepStrictEqual(each.pattern, pattern)),
  );
  return {
    ...Object.assign({}, ...distinct.map((pattern) => tamperingRule(pattern, names, told, bus))),
    AlarmsOfMembersRule: {
      Type: 'AWS::Events::Rule',
      DependsOn: [`${membersTopic}Policy`, 'TamperingDeadLettersPolicy'],
      Properties: {
        Name: `${service}-${stage}-alarms-of-members`,
        Description: 'Alarms of Lifeguard that go off in the accounts of the organization',
        EventBusName: { Ref: bus },
        EventPattern: goneOff(resources, own),
        Targets: tellingTargets(alarmMail, alarmChat, told),
      },
    },
  };
};
