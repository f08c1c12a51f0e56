import { sub } from './cloudformation.ts';
import { type EventPattern, forwardedPattern } from './forwarded-pattern.ts';
import { callsBusName, forwardName, homeParameterName } from './forwarding-names.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';

/**
 * What another Region needs: a rule that forwards the calls that concern pools to the bus at home, and the parameter by
 * which the command line finds home from there. Bus and role are found by name, so that the template is the same for
 * every Region and every account.
 * @param patterns what the rules at home take
 */
export const forwarderTemplate = (patterns: readonly EventPattern[], names: DeploymentNames): object => ({
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
        Targets: [
          {
            Id: 'home',
            Arn: sub(
              `arn:\${AWS::Partition}:events:\${HomeRegion}:\${AWS::AccountId}:event-bus/${callsBusName(names)}`,
            ),
            RoleArn: sub(
              `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/${forwardName(names, `\${HomeRegion}`)}`,
            ),
            // EventBridge's own defaults and maxima. A dead-letter queue would have to be in this Region: what a day of
            // trying doesn't bring home, the next sweep finds.
            RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
          },
        ],
      },
    },
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
