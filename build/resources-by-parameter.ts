import { channelsParameter, channelsPolicy } from './channels.ts';
import { type Resources, sub } from './cloudformation.ts';
import { dashboard } from './dashboard.ts';
import type { DeployParameters } from './deploy-parameters.ts';
import { noSweepAlarm } from './no-sweep-alarm.ts';
import { partsParameter } from './parts-parameter.ts';
import { slackChannel } from './slack-channel.ts';
import { subscriptions } from './subscriptions.ts';
import { trail } from './trail.ts';

/** The names that a deployment's functions and metrics go by. */
export interface DeploymentNames {
  readonly service: string;
  readonly stage: string;
}

const userPools = sub(`arn:\${AWS::Partition}:cognito-idp:\${AWS::Region}:\${AWS::AccountId}:userpool/*`);

/** What writing to a pool takes, beside reading it: an inline policy on the enforcing function's role. */
const remediationPolicy = (smsRoleArns: readonly string[]): object => ({
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
          Resource: userPools,
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

/**
 * The resources that depend on parameters, and the dashboard, whose body is JSON; serverless.yml holds all the others.
 * In mode notify no write action is among them.
 */
export const resourcesByParameter = (parameters: DeployParameters, names: DeploymentNames): Resources => ({
  NoSweepAlarm: noSweepAlarm(names, parameters.sweepMinutes),
  Dashboard: dashboard(names),
  ...(parameters.mode === 'remediate'
    ? { RemediationPolicy: remediationPolicy(parameters.smsRoleArns) }
    : {}),
  ...subscriptions(parameters),
  ...(parameters.slack ? slackChannel(parameters.slack) : {}),
  ...channelsPolicy(parameters),
  ...(parameters.createTrail ? trail(names) : {}),
  ChannelsParameter: channelsParameter(parameters, names),
  PartsParameter: partsParameter(parameters, names),
});
