import { sub } from './cloudformation.ts';
import type { DeployParameters } from './deploy-parameters.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';
import { tamperingRuleNames } from './tampering-rules.ts';

const arns = (...logicalIds: readonly string[]): object =>
  Object.fromEntries(logicalIds.map((id) => [id, `\${${id}.Arn}`]));

const refs = (...logicalIds: readonly string[]): object =>
  Object.fromEntries(logicalIds.map((id) => [id, `\${${id}}`]));

/**
 * Where `lifeguard doctor` finds the parts of a deployment, by their names in the template, and what was asked for of
 * them. A name and an ARN are no secret: the parameter holds nothing else.
 */
export const partsParameter = (
  { mode, slack, slackWebhookParameter, securityHub, smsRoleArns, sweepMinutes }: DeployParameters,
  { service, stage }: DeploymentNames,
): object => ({
  Type: 'AWS::SSM::Parameter',
  Properties: {
    Name: `/${service}/${stage}/parts`,
    Description: 'The parts of Lifeguard, for whoever checks whether they are there and work',
    Type: 'String',
    Value: sub(
      JSON.stringify({
        rules: refs('CognitoCallsRule', 'WebAclRule', 'SweepSchedule', 'DeployedRule'),
        tamperingRules: tamperingRuleNames({ service, stage }),
        queues: refs('PoolChangesQueue', 'SweepsQueue', 'NoticesQueue'),
        deadLetters: refs(
          'PoolChangesDeadLetters',
          'SweepsDeadLetters',
          'NoticesDeadLetters',
          'TamperingDeadLetters',
        ),
        topics: refs('NoticesTopic', 'UrgentTopic'),
        roles: arns('OnPoolChangeRole', 'OnSweepRole', 'OnNoticeRole'),
        key: `\${LifeguardKey.Arn}`,
        stage,
        mode,
        slack: slack !== undefined,
        securityHub,
        ...(slackWebhookParameter !== undefined && { slackWebhookParameter }),
        smsRoleArns,
        sweepMinutes,
      }),
    ),
  },
});
