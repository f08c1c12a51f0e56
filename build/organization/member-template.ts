import { createHash } from 'node:crypto';
import type { Resources } from '../cloudformation.ts';
import type { DeploymentNames } from '../resources-by-parameter.ts';
import { withRulesTold } from '../rules-parameters.ts';
import type { Told } from '../tampering-rule.ts';
import { tamperingRules } from '../tampering-rules.ts';
import { namedParts } from './named-parts.ts';

/** A CloudFormation template, as it was packaged. */
export interface Template {
  readonly Resources: Resources;
  readonly Outputs?: Resources;
  readonly Parameters?: Resources;
}

interface LambdaFunction {
  readonly Type: string;
  readonly Properties: { readonly Code: { readonly S3Key: string } };
}

const isFunction = (resource: object): resource is LambdaFunction =>
  (resource as LambdaFunction).Type === 'AWS::Lambda::Function';

const isBucketOfFramework = (logicalId: string): boolean =>
  logicalId.startsWith('ServerlessDeploymentBucket');

/** The framework's name for a function's zip: the last part of its key. */
const zipOf = ({ Properties }: LambdaFunction): string => Properties.Code.S3Key.split('/').at(-1) ?? '';

/**
 * The packaged template as a stack set's stacks take it: its code comes from the organization's bucket, and it makes
 * neither the framework's bucket nor a stack set of its own, and it names what a stack set's name would be cut off of.
 * @param names of the deployment
 * @param told whom its rules tell besides its own topics
 * @param dropped logical ids of what the account's own stack set is made of
 * @param keyOf where a function's zip lies in the bucket, by the zip's name
 */
export const memberTemplate = (
  packaged: Template,
  names: DeploymentNames,
  told: Pick<Told, 'centre'>,
  dropped: readonly string[],
  keyOf: (zip: string) => string,
): Template => {
  const kept = (parts: Resources): Resources =>
    Object.fromEntries(
      Object.entries(parts).filter(([id]) => !isBucketOfFramework(id) && !dropped.includes(id)),
    );
  const parts = kept(packaged.Resources);
  // Whoever tampers with what is left: the packaged rules watch what is dropped here as well.
  const watched = withRulesTold(
    { ...parts, ...tamperingRules(parts, names, { chat: false, ...told }) },
    names,
  );
  const resources = Object.entries(namedParts(watched, names)).map(([id, resource]) => [
    id,
    isFunction(resource)
      ? {
          ...resource,
          Properties: {
            ...resource.Properties,
            Code: { S3Bucket: { Ref: 'ArtifactBucket' }, S3Key: keyOf(zipOf(resource)) },
          },
        }
      : resource,
  ]);
  return {
    ...packaged,
    Parameters: {
      ...packaged.Parameters,
      ArtifactBucket: {
        Type: 'String',
        Description: 'The bucket, in this Region, with the code of the functions',
      },
    },
    Resources: Object.fromEntries(resources),
    Outputs: kept(packaged.Outputs ?? {}),
  };
};

/** The zips that a template's functions are made of, each once, sorted. */
export const zipsOf = ({ Resources: resources }: Template): readonly string[] =>
  [...new Set(Object.values(resources).filter(isFunction).map(zipOf))].toSorted();

/** A name for so much content, the same for the same: where artifacts lie that are never replaced. */
export const digestOf = (...contents: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(createHash('sha256').update(content).digest());
  return hash.digest('hex').slice(0, 32);
};
