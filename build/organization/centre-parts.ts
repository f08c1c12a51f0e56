import { memberNews } from '../../src/notify/put-to-centre.ts';
import { sweepMessage } from '../../src/sweep/sweep-message.ts';
import { type Resources, sub } from '../cloudformation.ts';
import type { DeploymentNames } from '../resources-by-parameter.ts';
import { rulesTopic } from '../rules-topic.ts';
import { centreAlarms } from './centre-alarms.ts';
import { homeStackSetName, membersTopic, organizationBusName } from './organization-names.ts';

const arnOf = (logicalId: string): object => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

/** EventBridge's own defaults and maxima, as in serverless.yml. */
const retries = { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 };

/**
 * What the centre of an organization has besides: a bus that every account of the organization may put news on, the way
 * from there to the queue of notices, a topic of what rules hear of members, the hourly roll call with its rights, and the alarms on both.
 * @param organizationId `o-a1b2c3d4e5`
 */
export const centreParts = (organizationId: string, names: DeploymentNames): Resources => ({
  OrganizationBus: {
    Type: 'AWS::Events::EventBus',
    Properties: {
      Name: organizationBusName(names),
      Description: 'What Lifeguard in the accounts of the organization tells its centre',
    },
  },
  OrganizationBusPolicy: {
    Type: 'AWS::Events::EventBusPolicy',
    Properties: {
      EventBusName: { Ref: 'OrganizationBus' },
      StatementId: 'OurOrganizationMayPut',
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 'events:PutEvents',
        Resource: arnOf('OrganizationBus'),
        Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId } },
      },
    },
  },
  OrganizationRule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      // Named, as ForwardedCallsRule is.
      Name: `${organizationBusName(names)}-news`,
      Description: 'What Lifeguard in the accounts of the organization tells',
      EventBusName: { Ref: 'OrganizationBus' },
      EventPattern: { source: [memberNews.Source], 'detail-type': [memberNews.DetailType] },
      Targets: [
        {
          Id: 'notices',
          Arn: arnOf('NoticesQueue'),
          RetryPolicy: retries,
          DeadLetterConfig: { Arn: arnOf('NoticesDeadLetters') },
        },
      ],
    },
  },
  RollCallSchedule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      Description: 'Asks whether every account of the organization has been heard of',
      ScheduleExpression: 'rate(1 hour)',
      Targets: [
        {
          Id: 'sweeps',
          Arn: arnOf('SweepsQueue'),
          Input: sweepMessage({ kind: 'roll-call' }),
          RetryPolicy: retries,
          DeadLetterConfig: { Arn: arnOf('SweepsDeadLetters') },
        },
      ],
    },
  },
  RollCallPolicy: {
    Type: 'AWS::IAM::RolePolicy',
    Properties: {
      RoleName: { Ref: 'OnSweepRole' },
      PolicyName: 'roll-call',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'SeeWhoIsExpected',
            Effect: 'Allow',
            Action: 'cloudformation:ListStackInstances',
            // A delegated administrator's stack sets are in the management account: AWS CloudFormation API reference,
            // ListStackSets. Its id is nobody's to give here.
            Resource: sub(
              `arn:\${AWS::Partition}:cloudformation:\${AWS::Region}:*:stackset/${homeStackSetName(names)}:*`,
            ),
          },
          {
            // Without it CloudFormation answers that the account is no delegated administrator (Terraform's
            // documentation of aws_cloudformation_stack_set says so). AWS has no resource to name for it.
            Sid: 'BeDelegatedAdministrator',
            Effect: 'Allow',
            Action: 'organizations:ListDelegatedAdministrators',
            Resource: '*',
          },
        ],
      },
    },
  },
  ...rulesTopic(membersTopic, 'Lifeguard members'),
  ...centreAlarms(names),
});
