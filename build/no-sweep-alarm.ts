import { metricNamespace } from '../src/handlers/counter.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';

/** How many sweeps may be missing before people are told. */
const missed = 3;

/**
 * The alarm on sweeps that aren't completed. It goes off as soon as it is made and until the first sweep is over, which
 * takes some ten minutes: an alarm that takes missing data for trouble can't tell a beginning from an end.
 * @param minutes between one sweep and the next
 */
export const noSweepAlarm = ({ service, stage }: DeploymentNames, minutes: number): object => ({
  Type: 'AWS::CloudWatch::Alarm',
  Properties: {
    AlarmName: `${service}-${stage}-no-sweep`,
    AlarmDescription:
      'No sweep has been completed in the time that three of them take. A change whose event was lost goes unseen until one is. Just after the first deployment it only means that the first sweep is under way. More: docs/operations.md, no-sweep',
    Namespace: metricNamespace,
    MetricName: 'SweepsCompleted',
    Dimensions: [
      { Name: 'service', Value: service },
      { Name: 'stage', Value: stage },
    ],
    Statistic: 'Sum',
    Period: 3600,
    EvaluationPeriods: missed * Math.ceil(minutes / 60),
    ComparisonOperator: 'LessThanThreshold',
    Threshold: 1,
    TreatMissingData: 'breaching',
    // On both: where the key is gone no sweep goes on, and the first of these topics tells nothing.
    AlarmActions: [{ Ref: 'UrgentTopic' }, { Ref: 'TamperingTopic' }],
  },
});
