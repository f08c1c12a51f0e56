import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { DeployParameters } from '../deploy-parameters.ts';
import type { OrganizationRole } from '../organization/organization-parameters.ts';
import { resourcesByParameter } from '../resources-by-parameter.ts';
import { tamperingRules } from '../tampering-rules.ts';

/** A resource, as far as the picture goes by it. */
export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape differs for each type; AWS's validator checks it in test/deploy
  readonly Properties: any;
}

/** What serverless.yml and the plugin's resources say of a deployment in which everything is asked for. */
export interface ServiceDefinition {
  readonly functions: Readonly<
    Record<
      string,
      { readonly role: string; readonly events: readonly { readonly sqs: { readonly arn: unknown } }[] }
    >
  >;
  readonly resources: Readonly<Record<string, Resource>>;
}

const everything: DeployParameters = {
  kind: 'parameters',
  mode: 'remediate',
  otherRegions: ['us-east-1'],
  emails: ['security@example.com'],
  urgentEmails: ['on-call@example.com'],
  slack: { workspaceId: 'T0123456789', channelId: 'C0123456789' },
  slackWebhookParameter: '/cognito-lifeguard/prod/slack-webhook',
  securityHub: true,
  createTrail: false,
  smsRoleArns: [],
  sweepMinutes: 60,
  policies: 'policies',
};

/**
 * Reads serverless.yml and adds what the plugin adds. Variables of the framework stay as they are written.
 * @param organization what the deployment is to an organization, if anything
 */
export const serviceDefinition = (organization?: OrganizationRole): ServiceDefinition => {
  const text = readFileSync(new URL('../../serverless.yml', import.meta.url), 'utf8');
  const { functions, resources } = parse(text, { maxAliasCount: 1000 });
  const names = { service: 'cognito-lifeguard', stage: 'prod' };
  const patternOf = (rule: string) => resources.Resources[rule].Properties.EventPattern;
  const parameters = organization === undefined ? everything : { ...everything, organization };
  const added = resourcesByParameter(parameters, names, {
    cognito: patternOf('CognitoCallsRule'),
    webAcl: patternOf('WebAclRule'),
  });
  const all = { ...resources.Resources, ...added };
  return { functions, resources: { ...all, ...tamperingRules(all, names, { chat: true }) } };
};
