import { sub } from './cloudformation.ts';
import { forwardedPattern } from './forwarded-pattern.ts';
import { forwardName, watchName } from './forwarding-names.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';
import { type TamperingPattern, tamperingPatterns } from './tampering-patterns.ts';

/**
 * How the names of roles begin. CloudFormation puts them together of the stack's name, the logical id and 16 characters
 * more; where both names are long each gets half of what is left of 64. Source: `IdentifierUtils` of
 * github.com/aws-cloudformation/cloudformation-cli-java-plugin.
 */
const roleNamesBegin = ({ service, stage }: DeploymentNames): string =>
  `${service}-${stage}-`.slice(0, (64 - 16) / 2);

/**
 * Calls in other Regions by which somebody could stop their rules from forwarding, and those on roles, which AWS records
 * in us-east-1 alone: as the rule there and the one at home on the bus both take them. Roles are known by how their
 * names begin, since a template there can't refer to what is made at home.
 * @param home the home Region, or how CloudFormation names it
 */
export const tamperingElsewhere = (names: DeploymentNames, home: string): TamperingPattern => {
  const kinds = tamperingPatterns({
    rules: [sub(forwardName(names, home)), sub(watchName(names, home))],
    rolePrefixes: [roleNamesBegin(names)],
    trails: false,
  });
  return {
    kind: 'elsewhere',
    on: "a rule by which another Region tells, or a role of Lifeguard's",
    named: Object.assign({}, ...kinds.map(({ named }) => named)),
    pattern: forwardedPattern(kinds.map(({ pattern }) => pattern)),
  };
};
