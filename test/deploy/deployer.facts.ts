import { expect, test } from 'vitest';
import { allows, examplePolicy } from './example-policy.ts';
import type { Variants } from './packaged.ts';

/** What makes a resource of a type, and what takes it away. Source: the handlers' permissions in AWS's schemas. */
const makes: Readonly<Record<string, readonly [string, string]>> = {
  'AWS::CloudFormation::StackSet': ['cloudformation:CreateStackSet', 'cloudformation:DeleteStackSet'],
  'AWS::CloudTrail::Trail': ['cloudtrail:CreateTrail', 'cloudtrail:DeleteTrail'],
  'AWS::CloudWatch::Alarm': ['cloudwatch:PutMetricAlarm', 'cloudwatch:DeleteAlarms'],
  'AWS::CloudWatch::Dashboard': ['cloudwatch:PutDashboard', 'cloudwatch:DeleteDashboards'],
  'AWS::DynamoDB::Table': ['dynamodb:CreateTable', 'dynamodb:DeleteTable'],
  'AWS::Events::EventBus': ['events:CreateEventBus', 'events:DeleteEventBus'],
  'AWS::Events::EventBusPolicy': ['events:PutPermission', 'events:RemovePermission'],
  'AWS::Events::Rule': ['events:PutRule', 'events:DeleteRule'],
  'AWS::IAM::ManagedPolicy': ['iam:CreatePolicy', 'iam:DeletePolicy'],
  'AWS::IAM::Role': ['iam:CreateRole', 'iam:DeleteRole'],
  'AWS::IAM::RolePolicy': ['iam:PutRolePolicy', 'iam:DeleteRolePolicy'],
  'AWS::KMS::Alias': ['kms:CreateAlias', 'kms:DeleteAlias'],
  'AWS::KMS::Key': ['kms:CreateKey', 'kms:ScheduleKeyDeletion'],
  'AWS::Lambda::EventSourceMapping': ['lambda:CreateEventSourceMapping', 'lambda:DeleteEventSourceMapping'],
  'AWS::Lambda::Function': ['lambda:CreateFunction', 'lambda:DeleteFunction'],
  'AWS::Logs::LogGroup': ['logs:CreateLogGroup', 'logs:DeleteLogGroup'],
  'AWS::S3::Bucket': ['s3:CreateBucket', 's3:DeleteBucket'],
  'AWS::S3::BucketPolicy': ['s3:PutBucketPolicy', 's3:DeleteBucketPolicy'],
  'AWS::SNS::Subscription': ['sns:Subscribe', 'sns:Unsubscribe'],
  'AWS::SNS::Topic': ['sns:CreateTopic', 'sns:DeleteTopic'],
  'AWS::SNS::TopicPolicy': ['sns:SetTopicAttributes', 'sns:SetTopicAttributes'],
  'AWS::SQS::Queue': ['sqs:CreateQueue', 'sqs:DeleteQueue'],
  'AWS::SQS::QueuePolicy': ['sqs:SetQueueAttributes', 'sqs:SetQueueAttributes'],
  'AWS::SSM::Parameter': ['ssm:PutParameter', 'ssm:DeleteParameter'],
};

/** What only a deployment with Slack has. */
const makesWithSlack: typeof makes = {
  'AWS::Chatbot::SlackChannelConfiguration': [
    'chatbot:CreateSlackChannelConfiguration',
    'chatbot:DeleteSlackChannelConfiguration',
  ],
};

export const deployerFacts = (variants: () => Variants): void => {
  test('has resources that docs/examples/deployer-policy.json lets people make and take away', () => {
    const types = new Set(Object.values(variants().full.template.Resources).map(({ Type }) => Type));

    expect([...types].toSorted()).toEqual(Object.keys({ ...makes, ...makesWithSlack }).toSorted());
    const { statements } = examplePolicy('deployer-policy');
    const slack = examplePolicy('deployer-slack-policy').statements;
    expect(
      Object.values(makes)
        .flat()
        .filter((action) => !allows(statements, action)),
    ).toEqual([]);
    expect(
      Object.values(makesWithSlack)
        .flat()
        .filter((action) => !allows(slack, action)),
    ).toEqual([]);
  });
};
