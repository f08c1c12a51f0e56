import { channelsParameter, channelsPolicy } from './channels.ts';
import { type Resources, sub } from './cloudformation.ts';
import { dashboard } from './dashboard.ts';
import type { DeployParameters } from './deploy-parameters.ts';
import { forwardedCalls } from './forwarded-calls.ts';
import type { EventPattern } from './forwarded-pattern.ts';
import { forwarderStackSet } from './forwarder-stack-set.ts';
import { noSweepAlarm } from './no-sweep-alarm.ts';
import { centreParts } from './organization/centre-parts.ts';
import { memberParts } from './organization/member-parts.ts';
import { partsParameter } from './parts-parameter.ts';
import { seeUntoldPolicy } from './see-untold-policy.ts';
import { slackChannel } from './slack-channel.ts';
import { subscriptions } from './subscriptions.ts';
import { trail } from './trail.ts';
import { userPools } from './user-pools.ts';

/** The names that a deployment's functions and metrics go by. */
export interface DeploymentNames {
  readonly service: string;
  readonly stage: string;
}

/**
 * The right to read the pools of the governed Regions. An inline policy of its own, as writing is: which Regions those
 * are is a parameter.
 */
const readPoolsPolicy = (others: readonly string[]): object => ({
  Type: 'AWS::IAM::RolePolicy',
  Properties: {
    RoleName: { Ref: 'OnPoolChangeRole' },
    PolicyName: 'read-pools',
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ReadPools',
          Effect: 'Allow',
          Action: ['cognito-idp:DescribeUserPool', 'cognito-idp:GetUserPoolMfaConfig'],
          Resource: userPools(others),
        },
      ],
    },
  },
});

/** What writing to a pool takes, beside reading it: an inline policy on the enforcing function's role. */
const remediationPolicy = ({ smsRoleArns, otherRegions }: DeployParameters): object => ({
  Type: 'AWS::IAM::RolePolicy',
  Properties: {
    RoleName: { Ref: 'OnPoolChangeRole' },
    PolicyName: 'remediate-pools',
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'WritePools',
          Effect: 'Allow',
          // A complete UpdateUserPool carries the pool's tags, and AWS may authorize them as a TagResource.
          Action: [
            'cognito-idp:UpdateUserPool',
            'cognito-idp:SetUserPoolMfaConfig',
            'cognito-idp:TagResource',
          ],
          Resource: userPools(otherRegions),
        },
        {
          // Carrying EmailSendingAccount DEVELOPER needs it: Amazon Cognito developer guide, "Email settings for user pools".
          Sid: 'KeepPoolsSendingThroughSes',
          Effect: 'Allow',
          Action: 'iam:CreateServiceLinkedRole',
          Resource: sub(
            `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/aws-service-role/email.cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdpEmailService`,
          ),
          Condition: { StringEquals: { 'iam:AWSServiceName': 'email.cognito-idp.amazonaws.com' } },
        },
        ...(smsRoleArns.length === 0
          ? []
          : [
              {
                Sid: 'KeepPoolsSendingText',
                Effect: 'Allow',
                Action: 'iam:PassRole',
                Resource: smsRoleArns,
                Condition: { StringEquals: { 'iam:PassedToService': 'cognito-idp.amazonaws.com' } },
              },
            ]),
      ],
    },
  },
});

/** The two rules at home whose calls are looked at, in other Regions too. */
export interface CallPatterns {
  readonly cognito: EventPattern;
  readonly webAcl: EventPattern;
}

/** What is there only where a second Region is governed. */
const ofOtherRegions = (
  { otherRegions, organization }: DeployParameters,
  names: DeploymentNames,
  { cognito, webAcl }: CallPatterns,
): Resources => {
  const centre = organization?.kind === 'member' ? organization.centre : undefined;
  return otherRegions.length === 0
    ? {}
    : {
        ...forwardedCalls([cognito, webAcl], names, centre),
        ...forwarderStackSet(otherRegions, [cognito, webAcl], names, centre),
        SeeUntoldPolicy: seeUntoldPolicy(otherRegions, names),
      };
};

/** What is there only in an account of an organization, or at its centre. */
const ofOrganization = ({ organization }: DeployParameters, names: DeploymentNames): Resources => {
  if (!organization) return {};
  return organization.kind === 'centre'
    ? centreParts(organization.organizationId, names)
    : memberParts(organization.centre, names);
};

/**
 * The resources that depend on parameters, and the dashboard, whose body is JSON; serverless.yml holds all the others.
 * In mode notify no write action is among them.
 * @param patterns those of serverless.yml: what is forwarded is never a list of its own
 */
export const resourcesByParameter = (
  parameters: DeployParameters,
  names: DeploymentNames,
  patterns: CallPatterns,
): Resources => ({
  NoSweepAlarm: noSweepAlarm(names, parameters.sweepMinutes),
  // One for each member would cost more than half of what the member does; the centre has one.
  ...(parameters.organization?.kind === 'member'
    ? {}
    : { Dashboard: dashboard(names, parameters.organization?.kind === 'centre') }),
  ReadPoolsPolicy: readPoolsPolicy(parameters.otherRegions),
  ...(parameters.mode === 'remediate' ? { RemediationPolicy: remediationPolicy(parameters) } : {}),
  ...subscriptions(parameters),
  ...(parameters.slack ? slackChannel(parameters.slack) : {}),
  ...channelsPolicy(parameters),
  ...ofOtherRegions(parameters, names, patterns),
  ...ofOrganization(parameters, names),
  ...(parameters.createTrail ? trail(names) : {}),
  ChannelsParameter: channelsParameter(parameters, names),
  PartsParameter: partsParameter(parameters, names),
});
