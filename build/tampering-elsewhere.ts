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

/** Each place of a record once: calls on rules and calls on trails have their names in the same one. */
const eachPlaceOnce = (kinds: readonly TamperingPattern[]): TamperingPattern['named'] => {
  const places = kinds.flatMap(({ named }) => Object.entries(named));
  return Object.fromEntries(
    places.filter(([, path], index) => index === places.findIndex(([, other]) => other === path)),
  );
};

/**
 * Calls in other Regions by which somebody could stop their rules from forwarding or take away what they could not
 * forward, those on trails, which are stopped
 * and recorded in their home Region alone, and those on roles, which AWS records in us-east-1 alone: as the rule there
 * and the one at home on the bus both take them. Roles are known by how their names begin, since a template there can't
 * refer to what is made at home.
 * @param home the home Region, or how CloudFormation names it
 */
export const tamperingElsewhere = (names: DeploymentNames, home: string): TamperingPattern => {
  const kinds = tamperingPatterns({
    rules: [sub(forwardName(names, home)), sub(watchName(names, home))],
    rolePrefixes: [roleNamesBegin(names)],
    queuePrefix: `${names.service}-${names.stage}-`,
  });
  return {
    kind: 'elsewhere',
    on: "a rule or queue by which another Region tells, a trail, or a role of Lifeguard's",
    named: eachPlaceOnce(kinds),
    pattern: forwardedPattern(kinds.map(({ pattern }) => pattern)),
  };
};
