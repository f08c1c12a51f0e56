import { type Resources, sub } from './cloudformation.ts';
import type { DeployParameters } from './deploy-parameters.ts';
import { rulesTopic } from './rules-topic.ts';

/** A Slack channel that can be told and can't be used to do anything. */
export const slackChannel = (slack: NonNullable<DeployParameters['slack']>): Resources => {
  const denyAll = [sub(`arn:\${AWS::Partition}:iam::aws:policy/AWSDenyAll`)];
  return {
    // Nobody but the channel listens to it: Amazon Q Developer drops in silence what isn't in its schema, and people who
    // get mail shouldn't have to read that.
    ...rulesTopic('TamperingChatTopic', 'Lifeguard tampering'),
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
        // One name space for all Regions of an account; serverless.yml gives on-notice the same.
        ConfigurationName: sub(`\${AWS::StackName}-\${AWS::Region}`),
        SlackWorkspaceId: slack.workspaceId,
        SlackChannelId: slack.channelId,
        IamRoleArn: { 'Fn::GetAtt': ['SlackChannelRole', 'Arn'] },
        SnsTopicArns: [{ Ref: 'NoticesTopic' }, { Ref: 'UrgentTopic' }, { Ref: 'TamperingChatTopic' }],
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
