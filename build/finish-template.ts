import type { DeployParameters } from './deploy-parameters.ts';
import { hearMembers } from './organization/hear-members.ts';
import { centreOf, tellCentre } from './organization/tell-centre.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';
import { withRulesTold } from './rules-parameters.ts';
import { tamperingRules } from './tampering-rules.ts';

/** A template's resources, which are changed here. */
type Resources = Record<string, { Type?: string; Properties?: Record<string, unknown> }>;

/** What finishing a template takes of the parameters. */
type Finishing = Pick<DeployParameters, 'permissionsBoundary' | 'slack' | 'organization'>;

/**
 * What depends on all of a template, whoever put it there: log groups are encrypted with the deployment's key, roles
 * have the boundary that was asked for, and whoever tampers with any of its parts is told of; in an organization to
 * those who listen at its centre, with the alarms. What all of its rules are deployed as is told to whoever checks that.
 */
export const finishTemplate = (resources: Resources, parameters: Finishing, names: DeploymentNames): void => {
  const { permissionsBoundary, organization } = parameters;
  const setOn = (type: string, name: string, value: unknown): void => {
    for (const resource of Object.values(resources))
      if (resource.Type === type) resource.Properties = { ...resource.Properties, [name]: value };
  };
  const chat = parameters.slack !== undefined;
  if (organization?.kind === 'centre') Object.assign(resources, hearMembers(resources, names, { chat }));
  if (organization?.kind === 'member')
    Object.assign(resources, tellCentre(resources, names, organization.centre));
  Object.assign(resources, tamperingRules(resources, names, { chat, ...centreOf(organization, names) }));
  Object.assign(resources, withRulesTold(resources, names));
  setOn('AWS::Logs::LogGroup', 'KmsKeyId', { 'Fn::GetAtt': ['LifeguardKey', 'Arn'] });
  if (permissionsBoundary !== undefined) setOn('AWS::IAM::Role', 'PermissionsBoundary', permissionsBoundary);
};
