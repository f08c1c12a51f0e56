import type { Resources } from './cloudformation.ts';

/**
 * A topic on which nothing but rules publishes, and its policy. Under no customer key, as TamperingTopic of
 * serverless.yml is, and for the same reason. Chat services get nothing from a topic under the AWS managed key; from one
 * under none they do.
 * @param id its logical id
 */
export const rulesTopic = (id: string, DisplayName: string): Resources => {
  const topic = { Ref: id };
  return {
    [id]: { Type: 'AWS::SNS::Topic', Properties: { DisplayName } },
    [`${id}Policy`]: {
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
