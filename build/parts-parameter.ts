import type { OrganizationPlace } from '../src/cli/doctor/deployed-parts.ts';
import { sub } from './cloudformation.ts';
import type { DeployParameters } from './deploy-parameters.ts';
import { forwardName, stackSetName, watchName } from './forwarding-names.ts';
import { centreBusArn, homeStackSetName } from './organization/organization-names.ts';
import type { OrganizationRole } from './organization/organization-parameters.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';
import { tamperingRuleNames } from './tampering-rules.ts';

const arns = (...logicalIds: readonly string[]): object =>
  Object.fromEntries(logicalIds.map((id) => [id, `\${${id}.Arn}`]));

/** What forwards other Regions' calls: there is none of it where no other Region is governed. */
const forwarding = (others: readonly string[], names: DeploymentNames): object =>
  others.length === 0
    ? {}
    : {
        forwarding: {
          rule: forwardName(names, `\${AWS::Region}`),
          bus: `\${ForwardedCallsBus.Arn}`,
          busRule: `\${ForwardedCallsRule.Arn}`,
          watch: watchName(names, `\${AWS::Region}`),
          busWatch: `\${TamperingWithElsewhereRule.Arn}`,
          stackSet: stackSetName(names),
        },
      };

const refs = (...logicalIds: readonly string[]): object =>
  Object.fromEntries(logicalIds.map((id) => [id, `\${${id}}`]));

/** What the deployment is to an organization. */
const placeIn = (role: OrganizationRole, names: DeploymentNames): OrganizationPlace =>
  role.kind === 'centre'
    ? { kind: role.kind, stackSet: homeStackSetName(names) }
    : { kind: role.kind, bus: centreBusArn(role.centre, names) };

/**
 * Where `lifeguard doctor` finds the parts of a deployment, by their names in the template, and what was asked for of
 * them. A name and an ARN are no secret: the parameter holds nothing else.
 */
export const partsParameter = (
  {
    mode,
    otherRegions,
    slack,
    slackWebhookParameter,
    securityHub,
    smsRoleArns,
    sweepMinutes,
    organization,
  }: DeployParameters,
  names: DeploymentNames,
): object => ({
  Type: 'AWS::SSM::Parameter',
  Properties: {
    Name: `/${names.service}/${names.stage}/parts`,
    Description: 'The parts of Lifeguard, for whoever checks whether they are there and work',
    Type: 'String',
    Value: sub(
      JSON.stringify({
        rules: refs('CognitoCallsRule', 'WebAclRule', 'SweepSchedule', 'DeployedRule'),
        tamperingRules: tamperingRuleNames(names),
        queues: refs('PoolChangesQueue', 'SweepsQueue', 'NoticesQueue'),
        deadLetters: refs(
          'PoolChangesDeadLetters',
          'SweepsDeadLetters',
          'NoticesDeadLetters',
          'TamperingDeadLetters',
        ),
        topics: refs('NoticesTopic', 'UrgentTopic'),
        roles: arns(
          'OnPoolChangeRole',
          'OnSweepRole',
          'OnNoticeRole',
          ...(otherRegions.length === 0 ? [] : ['ForwardRole']),
        ),
        key: `\${LifeguardKey.Arn}`,
        stage: names.stage,
        mode,
        regions: [`\${AWS::Region}`, ...otherRegions],
        ...forwarding(otherRegions, names),
        slack: slack !== undefined,
        securityHub,
        ...(slackWebhookParameter !== undefined && { slackWebhookParameter }),
        smsRoleArns,
        sweepMinutes,
        ...(organization && { organization: placeIn(organization, names) }),
      }),
    ),
  },
});
