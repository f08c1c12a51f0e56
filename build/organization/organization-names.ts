import type { DeploymentNames } from '../resources-by-parameter.ts';

/** The bus of the centre, by whose name members find it. */
export const organizationBusName = ({ service, stage }: DeploymentNames): string =>
  `${service}-${stage}-organization`;

/** The centre's bus, which is in a member's own home Region. @param centre the centre's account */
export const centreBusArn = (centre: string, names: DeploymentNames): string =>
  `arn:\${AWS::Partition}:events:\${AWS::Region}:${centre}:event-bus/${organizationBusName(names)}`;

/** The stack set of the members' home stacks, whose accounts the centre expects to hear of. */
export const homeStackSetName = ({ service, stage }: DeploymentNames): string =>
  `${service}-${stage}-members`;

/** The stack set of the members' forwarders. */
export const memberForwardersName = ({ service, stage }: DeploymentNames): string =>
  `${service}-${stage}-members-forwarders`;

/**
 * The logical id of the centre's topic of what rules hear of members. Whoever rules a member can have so much told that SNS turns off the mail of
 * the topic that it comes on (ten a second: repost.aws/knowledge-center/sns-email-subscription-disabled). So that is none
 * of those on which the centre tells what concerns itself.
 */
export const membersTopic = 'MembersTopic';
