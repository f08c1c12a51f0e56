import type { Resources } from '../cloudformation.ts';
import type { DeploymentNames } from '../resources-by-parameter.ts';

/** The property that names a resource, by its type, where a name may be given anew after a removal. */
const nameOf: { readonly [type: string]: string } = {
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
};

interface Part {
  readonly Type: string;
  readonly Properties?: { readonly [name: string]: unknown };
}

/**
 * A member's resources, each by a name that begins with the deployment's. A stack set's stacks are called
 * `StackSet-NAME-ID`, and CloudFormation cuts that off where a service's names are short: by such names neither a rule
 * that looks for tampering nor a service control policy finds them.
 */
export const namedParts = (resources: Resources, { service, stage }: DeploymentNames): Resources =>
  Object.fromEntries(
    Object.entries(resources).map(([id, resource]) => {
      const { Type, Properties = {} } = resource as Part;
      const property = nameOf[Type];
      return [
        id,
        property === undefined || Properties[property] !== undefined
          ? resource
          : { ...resource, Properties: { ...Properties, [property]: `${service}-${stage}-${id}` } },
      ];
    }),
  );
