import { createHash } from 'node:crypto';
import { dashboard } from './dashboard.ts';
import type { DeployParameters } from './deploy-parameters.ts';
import { noSweepAlarm } from './no-sweep-alarm.ts';

/** The names that a deployment's functions and metrics go by. */
export interface DeploymentNames {
  readonly service: string;
  readonly stage: string;
}

/** CloudFormation resources by logical id. */
export type Resources = Readonly<Record<string, object>>;

const sub = (text: string): object => ({ 'Fn::Sub': text });
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

// Named by the address: removing one from the list leaves the others' confirmed subscriptions alone.
const emailSubscriptionId = (email: string): string =>
  `EmailSubscription${createHash('sha256').update(email).digest('hex').slice(0, 12)}`;

const emailSubscription = (email: string): object => ({
  Type: 'AWS::SNS::Subscription',
  Properties: { TopicArn: { Ref: 'NoticesTopic' }, Protocol: 'email', Endpoint: email },
});

/** A Slack channel that can be told and can't be used to do anything. */
const slackResources = (slack: NonNullable<DeployParameters['slack']>): Resources => {
  const denyAll = [sub(`arn:\${AWS::Partition}:iam::aws:policy/AWSDenyAll`)];
  return {
    SlackChannelRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        Description: 'Required by the Slack channel configuration of Lifeguard; may do nothing',
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'chatbot.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        },
        ManagedPolicyArns: denyAll,
      },
    },
    SlackChannel: {
      Type: 'AWS::Chatbot::SlackChannelConfiguration',
      Properties: {
        // One name space for all Regions of an account.
        ConfigurationName: sub(`\${AWS::StackName}-\${AWS::Region}`),
        SlackWorkspaceId: slack.workspaceId,
        SlackChannelId: slack.channelId,
        IamRoleArn: { 'Fn::GetAtt': ['SlackChannelRole', 'Arn'] },
        SnsTopicArns: [{ Ref: 'NoticesTopic' }],
        // AWS's default when this is left out is AdministratorAccess.
        GuardrailPolicies: denyAll,
        // Messages that the service can't read are dropped without a trace below this level.
        LoggingLevel: 'ERROR',
        // True would ask each member to bring a role of their own; the guardrail denies those as well.
        UserRoleRequired: false,
      },
    },
  };
};

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
  ...Object.fromEntries(
    parameters.emails.map((email) => [emailSubscriptionId(email), emailSubscription(email)]),
  ),
  ...(parameters.slack ? slackResources(parameters.slack) : {}),
});
