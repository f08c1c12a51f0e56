import { beside } from '../beside.ts';
import type { Resources } from '../cloudformation.ts';
import type { DeploymentNames } from '../resources-by-parameter.ts';
import { centreAlarmNames } from './centre-alarms.ts';
import { membersTopic } from './organization-names.ts';

const arnOf = (logicalId: string): object => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

const alarmArn = ({ service, stage }: DeploymentNames, name: string): object => ({
  'Fn::Sub': `arn:\${AWS::Partition}:cloudwatch:\${AWS::Region}:\${AWS::AccountId}:alarm:${service}-${stage}-${name}`,
});

interface Policy {
  readonly Properties: {
    readonly PolicyDocument: { readonly Statement: readonly Statement[] };
  };
}
interface Statement {
  readonly Sid: string;
  readonly Resource: object;
  readonly Condition?: { readonly ArnNotEquals?: object };
}

/** A queue that is closed to all but our functions, open to the rule on the organization's bus as well. */
const openToRule = (resource: unknown, queue: string): object => {
  const policy = resource as Policy;
  const source = { 'aws:SourceArn': arnOf('OrganizationRule') };
  const statements = policy.Properties.PolicyDocument.Statement.map((statement) => {
    const denied = statement.Condition?.ArnNotEquals;
    // A request is refused only where it comes neither from one of the functions nor by the rule.
    return denied === undefined
      ? statement
      : { ...statement, Condition: { ArnNotEquals: { ...denied, ...source } } };
  });
  return {
    ...policy,
    Properties: {
      ...policy.Properties,
      PolicyDocument: {
        ...policy.Properties.PolicyDocument,
        Statement: [
          {
            Sid: 'OurRuleMaySend',
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: arnOf(queue),
            Condition: { ArnEquals: source },
          },
          ...statements,
        ],
      },
    },
  };
};

/**
 * The policies of serverless.yml that say who may send and publish, and what doctor may look at, with the centre's rules
 * and alarms in them. An SQS queue and an SNS topic have one policy each, so these take the place of those.
 */
export const centreLetIn = (resources: Resources, names: DeploymentNames): Resources => {
  const withSchedule = (resource: unknown): object =>
    beside(resource, arnOf('SweepSchedule'), arnOf('RollCallSchedule')) as object;
  const withAlarms = (resource: unknown): object =>
    centreAlarmNames.reduce<unknown>(
      (part, name) => beside(part, alarmArn(names, 'no-sweep'), alarmArn(names, name)),
      resource,
    ) as object;
  const withMembersTopic = (resource: unknown): object =>
    beside(resource, { Ref: 'TamperingTopic' }, { Ref: membersTopic }) as object;
  return {
    NoticesQueuePolicy: openToRule(resources.NoticesQueuePolicy, 'NoticesQueue'),
    NoticesDeadLettersPolicy: openToRule(resources.NoticesDeadLettersPolicy, 'NoticesDeadLetters'),
    SweepsQueuePolicy: withSchedule(resources.SweepsQueuePolicy),
    SweepsDeadLettersPolicy: withSchedule(resources.SweepsDeadLettersPolicy),
    NoticesTopicPolicy: withAlarms(resources.NoticesTopicPolicy),
    UrgentTopicPolicy: withAlarms(resources.UrgentTopicPolicy),
    LifeguardKey: withAlarms(resources.LifeguardKey),
    // Both may see who listens.
    OnNoticeRole: withMembersTopic(resources.OnNoticeRole),
    DoctorPolicy: withMembersTopic(withSchedule(resources.DoctorPolicy)),
  };
};
