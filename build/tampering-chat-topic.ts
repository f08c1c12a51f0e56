import type { Resources } from './cloudformation.ts';

/**
 * A topic to which nobody but the Slack channel listens: Amazon Q Developer drops in silence what isn't in its schema,
 * and people who get mail shouldn't have to read that.
 */
export const tamperingChatTopic = (): Resources => {
  const topic = { Ref: 'TamperingChatTopic' };
  return {
    TamperingChatTopic: {
      Type: 'AWS::SNS::Topic',
      Properties: {
        // Under no customer key, as TamperingTopic is. Chat services get nothing from a topic under the AWS managed
        // key; from one under none they do.
        DisplayName: 'Lifeguard tampering',
      },
    },
    TamperingChatTopicPolicy: {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: {
        Topics: [topic],
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              // EventBridge meets no condition in a topic's policy: serverless.yml, TamperingTopicPolicy.
              Sid: 'RulesMayPublish',
              Effect: 'Allow',
              Principal: { Service: 'events.amazonaws.com' },
              Action: 'sns:Publish',
              Resource: topic,
            },
            {
              Sid: 'OnlyAwsServicesMayPublish',
              Effect: 'Deny',
              Principal: '*',
              Action: 'sns:Publish',
              Resource: topic,
              Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
            },
            {
              Sid: 'OnlyOverTls',
              Effect: 'Deny',
              Principal: '*',
              Action: ['sns:Publish', 'sns:Subscribe'],
              Resource: topic,
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    },
  };
};
