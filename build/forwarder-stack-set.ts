import { type Resources, sub } from './cloudformation.ts';
import type { EventPattern } from './forwarded-pattern.ts';
import { forwarderTemplate } from './forwarder-template.ts';
import {
  forwardName,
  homeParameterName,
  stackSetName,
  watchDeadLettersName,
  watchName,
} from './forwarding-names.ts';
import { regionalPrincipals } from './regional-principals.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';

const arnOf = (logicalId: string): object => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

/** CloudFormation acts by this role at home, and may do one thing with it: take the next one. */
const administrationRole = (others: readonly string[], names: DeploymentNames): object => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    Description: 'CloudFormation puts the forwarders of Lifeguard into other Regions',
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: regionalPrincipals(others) },
          Action: 'sts:AssumeRole',
          // Both as in AWS's own template for this role, and for this stack set alone: CloudFormation user guide, "Grant
          // self-managed permissions".
          Condition: {
            StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
            ArnLike: {
              'aws:SourceArn': sub(
                `arn:\${AWS::Partition}:cloudformation:\${AWS::Region}:\${AWS::AccountId}:stackset/${stackSetName(names)}:*`,
              ),
            },
          },
        },
      ],
    },
  },
});

/** A policy of its own, since the two roles name each other. */
const administrationPolicy: object = {
  Type: 'AWS::IAM::RolePolicy',
  Properties: {
    RoleName: { Ref: 'ForwarderAdministrationRole' },
    PolicyName: 'administer-forwarders',
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'TakeExecutionRole',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: arnOf('ForwarderExecutionRole'),
        },
      ],
    },
  },
};

/**
 * What the stacks in other Regions are made with: the stack set's own stacks, and what the forwarders' template has.
 * What each takes: the permissions of the handlers of AWS::Events::Rule, AWS::SQS::Queue, AWS::SQS::QueuePolicy and
 * AWS::SSM::Parameter.
 */
const executionRole = (names: DeploymentNames): object => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    Description: 'Makes the forwarders of Lifeguard in other Regions, and nothing else',
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: arnOf('ForwarderAdministrationRole') },
          Action: 'sts:AssumeRole',
        },
      ],
    },
    Policies: [
      {
        PolicyName: 'forwarders',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            // AWS asks for all of CloudFormation here (user guide, "Grant self-managed permissions"), so no action is
            // picked out; a stack instance's stack is called StackSet-NAME-ID.
            {
              Sid: 'WorkOnOwnStacks',
              Effect: 'Allow',
              Action: 'cloudformation:*',
              Resource: sub(
                `arn:\${AWS::Partition}:cloudformation:*:\${AWS::AccountId}:stack/StackSet-${stackSetName(names)}-*`,
              ),
            },
            {
              Sid: 'MakeForwardRule',
              Effect: 'Allow',
              Action: [
                'events:DeleteRule',
                'events:DescribeRule',
                'events:ListTagsForResource',
                'events:ListTargetsByRule',
                'events:PutRule',
                'events:PutTargets',
                'events:RemoveTargets',
                'events:TagResource',
                'events:UntagResource',
              ],
              Resource: [forwardName, watchName].map((nameOf) =>
                sub(
                  `arn:\${AWS::Partition}:events:*:\${AWS::AccountId}:rule/${nameOf(names, `\${AWS::Region}`)}`,
                ),
              ),
            },
            {
              Sid: 'MakeWatchDeadLetters',
              Effect: 'Allow',
              Action: [
                'sqs:CreateQueue',
                'sqs:DeleteQueue',
                'sqs:GetQueueAttributes',
                'sqs:GetQueueUrl',
                'sqs:ListQueueTags',
                'sqs:SetQueueAttributes',
                'sqs:TagQueue',
                'sqs:UntagQueue',
              ],
              Resource: sub(
                `arn:\${AWS::Partition}:sqs:*:\${AWS::AccountId}:${watchDeadLettersName(names, `\${AWS::Region}`)}`,
              ),
            },
            {
              Sid: 'HandForwardRole',
              Effect: 'Allow',
              Action: 'iam:PassRole',
              Resource: arnOf('ForwardRole'),
              Condition: { StringEquals: { 'iam:PassedToService': 'events.amazonaws.com' } },
            },
            {
              Sid: 'TellWhereHomeIs',
              Effect: 'Allow',
              Action: [
                'ssm:AddTagsToResource',
                'ssm:DeleteParameter',
                'ssm:GetParameters',
                'ssm:ListTagsForResource',
                'ssm:PutParameter',
                'ssm:RemoveTagsFromResource',
              ],
              Resource: sub(
                `arn:\${AWS::Partition}:ssm:*:\${AWS::AccountId}:parameter${homeParameterName(names)}`,
              ),
            },
          ],
        },
      },
    ],
  },
});

/**
 * The forwarders in an account's other Regions, as a stack set with self-managed permissions and its two roles.
 * @param others the governed Regions but home
 * @param patterns what the rules at home take
 * @param centre the account of the organization's centre, in a member
 */
export const forwarderStackSet = (
  others: readonly string[],
  patterns: readonly EventPattern[],
  names: DeploymentNames,
  centre?: string,
): Resources => ({
  ForwarderAdministrationRole: administrationRole(others, names),
  ForwarderAdministrationPolicy: administrationPolicy,
  ForwarderExecutionRole: executionRole(names),
  Forwarders: {
    Type: 'AWS::CloudFormation::StackSet',
    // Removed before what its stacks work by: its handler deletes the stacks, then the set, and needs both roles for it.
    DependsOn: ['ForwarderAdministrationPolicy', 'ForwardRole', 'ForwardedCallsBus'],
    Properties: {
      StackSetName: sub(stackSetName(names)),
      Description: 'The forwarders of Lifeguard in the other Regions of this account',
      PermissionModel: 'SELF_MANAGED',
      AdministrationRoleARN: arnOf('ForwarderAdministrationRole'),
      ExecutionRoleName: { Ref: 'ForwarderExecutionRole' },
      // What doesn't conflict goes on side by side, and what does waits instead of failing.
      ManagedExecution: { Active: true },
      // A Region that can't be reached keeps no other waiting, and doesn't fail the deployment: sweeps look at its
      // pools meanwhile, and doctor names it.
      OperationPreferences: {
        RegionConcurrencyType: 'PARALLEL',
        MaxConcurrentPercentage: 100,
        FailureTolerancePercentage: 100,
      },
      Parameters: [{ ParameterKey: 'HomeRegion', ParameterValue: { Ref: 'AWS::Region' } }],
      StackInstancesGroup: [
        { DeploymentTargets: { Accounts: [{ Ref: 'AWS::AccountId' }] }, Regions: others },
      ],
      TemplateBody: JSON.stringify(forwarderTemplate(patterns, names, centre)),
    },
  },
});
