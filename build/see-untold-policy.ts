import { sub } from './cloudformation.ts';
import { watchDeadLettersName } from './forwarding-names.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';

/**
 * The right to count what other Regions could not forward, for sweeps.
 * @param others the governed Regions but home
 */
export const seeUntoldPolicy = (others: readonly string[], names: DeploymentNames): object => ({
  Type: 'AWS::IAM::RolePolicy',
  Properties: {
    RoleName: { Ref: 'OnSweepRole' },
    PolicyName: 'see-untold',
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'SeeUntold',
          Effect: 'Allow',
          Action: 'sqs:GetQueueAttributes',
          Resource: others.map((region) =>
            sub(
              `arn:\${AWS::Partition}:sqs:${region}:\${AWS::AccountId}:${watchDeadLettersName(names, `\${AWS::Region}`)}`,
            ),
          ),
        },
      ],
    },
  },
});
