import { type Resources, sub } from './cloudformation.ts';
import type { DeployParameters } from './deploy-parameters.ts';

type Channels = Pick<DeployParameters, 'slack' | 'slackWebhookParameter' | 'securityHub' | 'organization'>;

/** AWS's own product for findings of an account's own tools, one in each governed Region. */
const products = (others: readonly string[]): readonly object[] =>
  [`\${AWS::Region}`, ...others].map((region) =>
    sub(`arn:\${AWS::Partition}:securityhub:${region}:\${AWS::AccountId}:product/\${AWS::AccountId}/default`),
  );

/** What telling by the channels that were asked for takes: an inline policy on the telling function's role, or nothing. */
export const channelsPolicy = ({
  slack,
  slackWebhookParameter,
  securityHub,
  otherRegions,
}: Channels & Pick<DeployParameters, 'otherRegions'>): Resources => {
  const statements = [
    ...(slackWebhookParameter === undefined
      ? []
      : [
          {
            Sid: 'ReadSlackWebhook',
            Effect: 'Allow',
            Action: 'ssm:GetParameter',
            Resource: sub(
              `arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter${slackWebhookParameter}`,
            ),
          },
        ]),
    ...(securityHub
      ? [
          {
            Sid: 'ImportFindings',
            Effect: 'Allow',
            Action: 'securityhub:BatchImportFindings',
            Resource: products(otherRegions),
          },
        ]
      : []),
    // AWS has no resource to name for metrics.
    ...(slack
      ? [
          {
            Sid: 'SeeWhatChatDropped',
            Effect: 'Allow',
            Action: 'cloudwatch:GetMetricData',
            Resource: '*',
          },
        ]
      : []),
  ];
  if (statements.length === 0) return {};
  return {
    ChannelsPolicy: {
      Type: 'AWS::IAM::RolePolicy',
      Properties: {
        RoleName: { Ref: 'OnNoticeRole' },
        PolicyName: 'channels',
        PolicyDocument: { Version: '2012-10-17', Statement: statements },
      },
    },
  };
};

/** Where `lifeguard test-notice` finds which channels there are to wait for. */
export const channelsParameter = (
  { slackWebhookParameter, securityHub, organization }: Channels,
  { service, stage }: { readonly service: string; readonly stage: string },
): object => ({
  Type: 'AWS::SSM::Parameter',
  Properties: {
    Name: `/${service}/${stage}/channels`,
    Description: 'The channels on which Lifeguard tells',
    Type: 'String',
    Value: [
      'notices',
      'urgent',
      ...(slackWebhookParameter === undefined ? [] : ['webhook']),
      'events',
      ...(securityHub ? ['security-hub'] : []),
      ...(organization?.kind === 'member' ? ['centre'] : []),
    ].join(','),
  },
});
