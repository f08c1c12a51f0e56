import { metricNamespace } from '../../src/handlers/counter.ts';
import type { Resources } from '../cloudformation.ts';
import type { DeploymentNames } from '../resources-by-parameter.ts';

/** How many roll calls in a row may be missing. */
const missed = 3;

const alarm = (
  { service, stage }: DeploymentNames,
  name: string,
  MetricName: 'AccountsSilent' | 'RollCalls',
  rest: object,
): object => ({
  Type: 'AWS::CloudWatch::Alarm',
  Properties: {
    AlarmName: `${service}-${stage}-${name}`,
    Namespace: metricNamespace,
    MetricName,
    Dimensions: [
      { Name: 'service', Value: service },
      { Name: 'stage', Value: stage },
    ],
    Period: 3600,
    AlarmActions: [{ Ref: 'UrgentTopic' }],
    ...rest,
  },
});

/** The names of the centre's own alarms, without what they begin with. */
export const centreAlarmNames = ['accounts-silent', 'no-roll-call'] as const;

/** The alarms of an organization's centre: on members that aren't heard of, and on a centre that doesn't ask. */
export const centreAlarms = (names: DeploymentNames): Resources => ({
  AccountsSilentAlarm: alarm(names, 'accounts-silent', 'AccountsSilent', {
    AlarmDescription:
      'Nothing was heard in time of one or more accounts of the organization: Lifeguard may not run there. The digest, and the log of on-sweep at the centre, say which. More: docs/operations.md, accounts-silent',
    Statistic: 'Maximum',
    EvaluationPeriods: 1,
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: 0,
    // Zeros aren't written; no-roll-call goes off where nobody counts.
    TreatMissingData: 'notBreaching',
  }),
  NoRollCallAlarm: alarm(names, 'no-roll-call', 'RollCalls', {
    AlarmDescription:
      'The centre has called no roll of the organization for three hours: an account that falls silent goes unseen. Before the stack sets of the members are made there is nobody to call. More: docs/operations.md, no-roll-call',
    Statistic: 'Sum',
    EvaluationPeriods: missed,
    ComparisonOperator: 'LessThanThreshold',
    Threshold: 1,
    TreatMissingData: 'breaching',
  }),
});
