import type { DeployParameters } from './deploy-parameters.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';
import { tamperingRules } from './tampering-rules.ts';

/** A template's resources, which are changed here. */
type Resources = Record<string, { Type?: string; Properties?: Record<string, unknown> }>;

/**
 * What depends on all of a template, whoever put it there: log groups are encrypted with the deployment's key, roles
 * have the boundary that was asked for, and whoever tampers with any of its parts is told of.
 */
export const finishTemplate = (
  resources: Resources,
  { permissionsBoundary, slack }: Pick<DeployParameters, 'permissionsBoundary' | 'slack'>,
  names: DeploymentNames,
): void => {
  const setOn = (type: string, name: string, value: unknown): void => {
    for (const resource of Object.values(resources))
      if (resource.Type === type) resource.Properties = { ...resource.Properties, [name]: value };
  };
  setOn('AWS::Logs::LogGroup', 'KmsKeyId', { 'Fn::GetAtt': ['LifeguardKey', 'Arn'] });
  if (permissionsBoundary !== undefined) setOn('AWS::IAM::Role', 'PermissionsBoundary', permissionsBoundary);
  Object.assign(resources, tamperingRules(resources, names, { chat: slack !== undefined }));
};
