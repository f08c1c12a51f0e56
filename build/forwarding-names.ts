import type { DeploymentNames } from './resources-by-parameter.ts';

/** The bus at home that other Regions' calls are forwarded to. Each name here ends up in ARNs that are put together. */
export const callsBusName = ({ service, stage }: DeploymentNames): string => `${service}-${stage}-calls`;

/**
 * What the role that forwards is called, and the rule in each other Region that does it by that role.
 * @param home the home Region, or how CloudFormation names it
 */
export const forwardName = ({ service, stage }: DeploymentNames, home: string): string =>
  `${service}-${stage}-${home}-forward`;

/**
 * What the rule in each other Region is called that tells on whoever tampers with what is there.
 * @param home as of `forwardName`
 */
export const watchName = (names: DeploymentNames, home: string): string =>
  `${forwardName(names, home)}-watch`;

/**
 * What the queue in each other Region is called of what that rule could not forward.
 * @param home as of `forwardName`
 */
export const watchDeadLettersName = (names: DeploymentNames, home: string): string =>
  `${watchName(names, home)}-dead-letters`;

/** Where the command line finds, in a Region without a deployment, which Region it is looked after from. */
export const homeParameterName = ({ service, stage }: DeploymentNames): string => `/${service}/${stage}/home`;

/** How the stack set is called whose stacks forward. */
export const stackSetName = ({ service, stage }: DeploymentNames): string =>
  `${service}-${stage}-\${AWS::Region}-forwarders`;
