import { type MetricName, metricNamespace } from '../src/handlers/counter.ts';
import type { DeploymentNames } from './resources-by-parameter.ts';

/** One metric of a graph: name space, name, then its dimensions, and how it is drawn. */
type Metric = readonly (string | { readonly stat: string; readonly label?: string })[];

const width = 8;
const height = 6;
const perRow = 24 / width;

/**
 * The CloudWatch dashboard: what Lifeguard found and did, how long that took, and whether it is well.
 * @param isCentre true at the centre of an organization
 * Source of the body's form: Amazon CloudWatch API reference, "Dashboard body structure and syntax".
 */
export const dashboard = ({ service, stage }: DeploymentNames, isCentre: boolean): object => {
  const own = (name: MetricName, stat = 'Sum'): Metric => [
    metricNamespace,
    name,
    'service',
    service,
    'stage',
    stage,
    { stat, ...(stat === 'Sum' ? {} : { label: `${name} ${stat}` }) },
  ];
  const ofQueues = (name: string, queues: readonly string[]): readonly Metric[] =>
    queues.map((queue) => ['AWS/SQS', name, 'QueueName', `\${${queue}.QueueName}`, { stat: 'Maximum' }]);
  const ofFunctions = (name: string, stat = 'Sum'): readonly Metric[] =>
    ['on-pool-change', 'on-sweep', 'on-notice'].map((lambda) => [
      'AWS/Lambda',
      name,
      'FunctionName',
      `${service}-${stage}-${lambda}`,
      { stat },
    ]);
  const graphs: readonly (readonly [title: string, metrics: readonly Metric[]])[] = [
    ['Found and put right', [own('Findings'), own('Remediations'), own('Refusals'), own('Failures')]],
    ['Seconds from a call to its fix', [own('SecondsToFix', 'p50'), own('SecondsToFix', 'p99')]],
    ['Should be zero', [own('ChangedUnseen'), own('LostUpdates'), own('Wars'), own('ListingsFailed')]],
    ['Sweeps', [own('SweepsCompleted'), own('PoolsSwept'), own('PoolsMissed')]],
    [
      'Seconds that the oldest message has waited',
      ofQueues('ApproximateAgeOfOldestMessage', ['PoolChangesQueue', 'SweepsQueue', 'NoticesQueue']),
    ],
    [
      'Dead letters',
      ofQueues('ApproximateNumberOfMessagesVisible', [
        'PoolChangesDeadLetters',
        'SweepsDeadLetters',
        'NoticesDeadLetters',
        'TamperingDeadLetters',
      ]),
    ],
    ['Errors of the functions', ofFunctions('Errors')],
    ['Milliseconds that the functions run', ofFunctions('Duration', 'p99')],
    [
      'Notices',
      [
        own('NoticesSent'),
        own('NoticesFailed'),
        own('NoticesRepeated'),
        own('NoticesHeld'),
        own('TopicsUnheard'),
      ],
    ],
    [
      'What SNS delivered',
      ['NoticesTopic', 'UrgentTopic', 'TamperingTopic'].flatMap((topic) =>
        ['NumberOfNotificationsDelivered', 'NumberOfNotificationsFailed'].map((name) => [
          'AWS/SNS',
          name,
          'TopicName',
          `\${${topic}.TopicName}`,
          { stat: 'Sum' },
        ]),
      ),
    ],
    ...(isCentre
      ? [
          [
            'The organization: silent should be zero',
            [own('RollCalls'), own('AccountsSilent', 'Maximum'), own('NewsRefused')],
          ] as const,
        ]
      : []),
  ];
  const widgets = graphs.map(([title, metrics], index) => ({
    type: 'metric',
    x: (index % perRow) * width,
    y: Math.floor(index / perRow) * height,
    width,
    height,
    properties: { title, metrics, view: 'timeSeries', region: `\${AWS::Region}`, period: 300 },
  }));
  return {
    Type: 'AWS::CloudWatch::Dashboard',
    Properties: {
      // One name space for all Regions of an account.
      DashboardName: { 'Fn::Sub': `${service}-${stage}-\${AWS::Region}` },
      DashboardBody: { 'Fn::Sub': JSON.stringify({ widgets }) },
    },
  };
};
