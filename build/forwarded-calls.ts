import { type Resources, sub } from './cloudformation.ts';
import { type EventPattern, forwardedPattern } from './forwarded-pattern.ts';
import { callsBusName, forwardName, watchName } from './forwarding-names.ts';
import { mayTellCentre } from './organization/may-tell-centre.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';
import { rulesMayAssume } from './rules-may-assume.ts';

const busArn = { 'Fn::GetAtt': ['ForwardedCallsBus', 'Arn'] };

/**
 * Where the calls of other Regions arrive, and who may send them. A bus of its own: rules that other people have on the
 * default bus must not begin to see other Regions' events.
 * @param patterns what the rules at home take, and the rules that forward
 * @param centre the account of the organization's centre, in a member
 */
export const forwardedCalls = (
  patterns: readonly EventPattern[],
  names: DeploymentNames,
  centre?: string,
): Resources => ({
  ForwardedCallsBus: {
    Type: 'AWS::Events::EventBus',
    Properties: {
      Name: callsBusName(names),
      Description: 'Calls that change Cognito user pools in other Regions',
    },
  },
  ForwardedCallsBusPolicy: {
    Type: 'AWS::Events::EventBusPolicy',
    Properties: {
      EventBusName: { Ref: 'ForwardedCallsBus' },
      StatementId: 'OnlyOurForwardersMayPut',
      // That role's right comes from its own policy; this takes it from everybody else, whatever IAM lets them.
      Statement: {
        Effect: 'Deny',
        Principal: '*',
        Action: 'events:PutEvents',
        Resource: busArn,
        Condition: { ArnNotEquals: { 'aws:PrincipalArn': { 'Fn::GetAtt': ['ForwardRole', 'Arn'] } } },
      },
    },
  },
  ForwardedCallsRule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      // Named, since a rule on a bus of its own has that in its id, and records of calls have its name alone.
      Name: `${callsBusName(names)}-forwarded`,
      Description: 'Calls that change a Cognito user pool in another Region, as its rule forwards them',
      EventBusName: { Ref: 'ForwardedCallsBus' },
      EventPattern: forwardedPattern(patterns),
      Targets: [
        {
          Id: 'pool-changes',
          Arn: { 'Fn::GetAtt': ['PoolChangesQueue', 'Arn'] },
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['PoolChangesDeadLetters', 'Arn'] } },
        },
      ],
    },
  },
  ForwardRole: {
    Type: 'AWS::IAM::Role',
    Properties: {
      // Named, since the forwarders' template finds it by this name.
      RoleName: sub(forwardName(names, `\${AWS::Region}`)),
      Description: 'The rules of Lifeguard in other Regions forward calls that concern user pools',
      // By name in any Region, since a trust policy has room for 2,048 characters.
      AssumeRolePolicyDocument: rulesMayAssume(
        [forwardName, watchName].map((nameOf) =>
          sub(`arn:\${AWS::Partition}:events:*:\${AWS::AccountId}:rule/${nameOf(names, `\${AWS::Region}`)}`),
        ),
      ),
      Policies: [
        {
          PolicyName: 'forward',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Sid: 'ForwardCalls', Effect: 'Allow', Action: 'events:PutEvents', Resource: busArn },
              ...(centre === undefined ? [] : [mayTellCentre(centre, names)]),
            ],
          },
        },
      ],
    },
  },
});
