import type { Forwarding, OrganizationPlace } from '../src/cli/doctor/deployed-parts.ts';
import { sub } from './cloudformation.ts';
import type { DeployParameters } from './deploy-parameters.ts';
import { forwardName, stackSetName, watchDeadLettersName, watchName } from './forwarding-names.ts';
import {
  centreBusArn,
  homeStackSetName,
  memberForwardersName,
  membersTopic,
} from './organization/organization-names.ts';
import type { OrganizationRole } from './organization/organization-parameters.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';

const arns = (...logicalIds: readonly string[]): object =>
  Object.fromEntries(logicalIds.map((id) => [id, `\${${id}.Arn}`]));

/** Which stack set makes what is in other Regions: the account's own, or the organization's. */
type Forwarders = Pick<Forwarding, 'stackSet' | 'callAs'>;

/** The stack set of the organization's other Regions, which those who run its centre ask about. */
export const membersForwarders = (role: OrganizationRole, names: DeploymentNames): Forwarders => ({
  stackSet: memberForwardersName(names),
  callAs: role.callAs,
});

/** What forwards other Regions' calls: there is none of it where no other Region is governed. */
const forwarding = (others: readonly string[], names: DeploymentNames, forwarders: Forwarders): object =>
  others.length === 0
    ? {}
    : {
        forwarding: {
          rule: forwardName(names, `\${AWS::Region}`),
          bus: `\${ForwardedCallsBus.Arn}`,
          busRule: `\${ForwardedCallsRule.Arn}`,
          watch: watchName(names, `\${AWS::Region}`),
          deadLetters: watchDeadLettersName(names, `\${AWS::Region}`),
          busWatch: `\${TamperingWithElsewhereRule.Arn}`,
          ...forwarders,
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
 * them. A name and an ARN are no secret: the parameter holds nothing else. Rules have parameters of their own:
 * withRulesTold.
 * @param forwarders what makes the rules in other Regions
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
  forwarders: Forwarders = { stackSet: stackSetName(names) },
): object => ({
  Type: 'AWS::SSM::Parameter',
  Properties: {
    Name: `/${names.service}/${names.stage}/parts`,
    Description: 'The parts of Lifeguard, for whoever checks whether they are there and work',
    Type: 'String',
    Value: sub(
      JSON.stringify({
        queues: refs('PoolChangesQueue', 'SweepsQueue', 'NoticesQueue'),
        deadLetters: refs(
          'PoolChangesDeadLetters',
          'SweepsDeadLetters',
          'NoticesDeadLetters',
          'TamperingDeadLetters',
        ),
        topics: refs(
          'NoticesTopic',
          'UrgentTopic',
          'TamperingTopic',
          ...(organization?.kind === 'centre' ? [membersTopic] : []),
        ),
        roles: arns(
          'OnPoolChangeRole',
          'OnSweepRole',
          'OnNoticeRole',
          ...(otherRegions.length === 0 ? [] : ['ForwardRole']),
          ...(organization?.kind === 'member' ? ['TellCentreRole'] : []),
        ),
        key: `\${LifeguardKey.Arn}`,
        stage: names.stage,
        mode,
        regions: [`\${AWS::Region}`, ...otherRegions],
        ...forwarding(otherRegions, names, forwarders),
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
