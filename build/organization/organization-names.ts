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
