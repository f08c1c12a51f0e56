import type { Metrics } from '@aws-lambda-powertools/metrics';

/** The name space of Lifeguard's own metrics in CloudWatch. */
export const metricNamespace = 'CognitoLifeguard';

/** Lifeguard's own metrics, each with its unit. */
export const metricUnits = {
  Findings: 'Count',
  Remediations: 'Count',
  Refusals: 'Count',
  Failures: 'Count',
  ChangedUnseen: 'Count',
  LostUpdates: 'Count',
  Wars: 'Count',
  SecondsToFix: 'Seconds',
  SweepsCompleted: 'Count',
  PoolsSwept: 'Count',
  PoolsMissed: 'Count',
  ListingsFailed: 'Count',
  RollCalls: 'Count',
  AccountsSilent: 'Count',
  NoticesSent: 'Count',
  NoticesFailed: 'Count',
  NoticesRepeated: 'Count',
  NoticesHeld: 'Count',
  TopicsUnheard: 'Count',
  NewsRefused: 'Count',
} as const;

export type MetricName = keyof typeof metricUnits;

/** Counts what alarms and the dashboard go by. */
export interface Counter {
  readonly count: (name: MetricName, value: number) => void;
  /** Writes what was counted; called once at the end of each invocation. */
  readonly publish: () => void;
}

/** Counts nothing: outside of Lambda nobody reads metrics from a log. */
export const uncounted: Counter = { count: () => {}, publish: () => {} };

/** Counts in CloudWatch's embedded metric format, in the function's log. Zeros aren't written. */
export const countedBy = (metrics: Metrics): Counter => ({
  count: (name, value) => {
    if (value > 0) metrics.addMetric(name, metricUnits[name], value);
  },
  // With nothing counted, Powertools would warn.
  publish: () => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  },
});
