import { sub } from './cloudformation.ts';
import { type EventPattern, forwardedPattern } from './forwarded-pattern.ts';
import {
  callsBusName,
  forwardName,
  homeParameterName,
  watchDeadLettersName,
  watchName,
} from './forwarding-names.ts';
import { organizationBusName } from './organization/organization-names.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';
import { tamperingElsewhere } from './tampering-elsewhere.ts';

/** A bus in the home Region. @param account its account, or how CloudFormation names it */
const busAtHome = (account: string, bus: string): object =>
  sub(`arn:\${AWS::Partition}:events:\${HomeRegion}:${account}:event-bus/${bus}`);

const target = (id: string, bus: object, names: DeploymentNames): object => ({
  Id: id,
  Arn: bus,
  RoleArn: sub(`arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/${forwardName(names, `\${HomeRegion}`)}`),
  // EventBridge's own defaults and maxima.
  RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
});

const deadLetters = { 'Fn::GetAtt': ['WatchDeadLetters', 'Arn'] };

const untilDead = (each: object): object => ({ ...each, DeadLetterConfig: { Arn: deadLetters } });

/**
 * Where that waits which can't be brought home, since no later look finds a call on a role or a trail. Sweeps count it
 * from there. Under SQS's own key: Lifeguard's is in another Region, and may be what was tampered with.
 */
const watchDeadLetters = (names: DeploymentNames): object => ({
  WatchDeadLetters: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      // Named, since sweeps and the role that makes it know it by this name.
      QueueName: sub(watchDeadLettersName(names, `\${HomeRegion}`)),
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 1_209_600,
    },
  },
  WatchDeadLettersPolicy: {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [{ Ref: 'WatchDeadLetters' }],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'OurRuleMaySend',
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: deadLetters,
            // By name, since the rule waits for this.
            Condition: {
              ArnEquals: {
                'aws:SourceArn': sub(
                  `arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/${watchName(names, `\${HomeRegion}`)}`,
                ),
              },
            },
          },
          {
            Sid: 'OnlyOverTls',
            Effect: 'Deny',
            Principal: '*',
            Action: 'sqs:*',
            Resource: deadLetters,
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    },
  },
});

const homeTarget = (names: DeploymentNames): object =>
  target('home', busAtHome(`\${AWS::AccountId}`, callsBusName(names)), names);

/** EventBridge hands on to no third bus what a bus was sent, so what the centre is to hear goes there from here. */
const centreTargets = (centre: string | undefined, names: DeploymentNames): readonly object[] =>
  centre === undefined ? [] : [target('centre', busAtHome(centre, organizationBusName(names)), names)];

/**
 * What another Region needs: a rule that forwards the calls that concern pools to the bus at home, one that forwards calls
 * by which somebody could turn either off, stop a trail or change a role, with the queue of what that one could not
 * forward, and the parameter by which the command line finds home from there. Bus and role are found by name, so that the template is the same for every Region and every account.
 * @param patterns what the rules at home take
 * @param centre the account of the organization's centre, in a member
 */
export const forwarderTemplate = (
  patterns: readonly EventPattern[],
  names: DeploymentNames,
  centre?: string,
): object => ({
  AWSTemplateFormatVersion: '2010-09-09',
  Description: 'Lifeguard is told of changes to Amazon Cognito user pools in this Region',
  Parameters: {
    HomeRegion: {
      Type: 'String',
      Description: 'Where Lifeguard is deployed',
      AllowedPattern: '[a-z]{2,4}(-[a-z]{2,12}){1,2}-[0-9]{1,2}',
    },
  },
  Resources: {
    ForwardRule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        // Named, since the role at home trusts it by this name.
        Name: sub(forwardName(names, `\${HomeRegion}`)),
        Description: 'Forwards calls that change a Cognito user pool to where Lifeguard is deployed',
        EventPattern: forwardedPattern(patterns),
        // What a day of trying doesn't bring home, the next sweep finds.
        Targets: [homeTarget(names)],
      },
    },
    // A rule that is off forwards no record of what turned it off. A trail is stopped, and that recorded, in its home
    // Region alone. Roles are the same in every Region, and AWS records calls on them in us-east-1 alone: elsewhere that
    // part matches nothing.
    WatchRule: {
      Type: 'AWS::Events::Rule',
      DependsOn: ['WatchDeadLettersPolicy'],
      Properties: {
        Name: sub(watchName(names, `\${HomeRegion}`)),
        Description: 'Forwards calls by which somebody could stop that, this or a trail, or change a role',
        EventPattern: tamperingElsewhere(names, `\${HomeRegion}`).pattern,
        Targets: [homeTarget(names), ...centreTargets(centre, names)].map(untilDead),
      },
    },
    ...watchDeadLetters(names),
    HomeParameter: {
      Type: 'AWS::SSM::Parameter',
      Properties: {
        Name: homeParameterName(names),
        Description: 'The Region that Lifeguard looks after this one from',
        Type: 'String',
        Value: { Ref: 'HomeRegion' },
      },
    },
  },
});
