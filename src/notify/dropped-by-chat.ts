import { type CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';

/** Seconds. */
const period = 3600;

/**
 * How many messages Amazon Q Developer in chat applications dropped because it couldn't read them, by its metric
 * `UnsupportedEvents`, whatever dimensions that has beside the configuration's name.
 * @param client for us-east-1, where the service keeps its metrics and logs whatever Region the topics are in
 * @param configuration the channel configuration's name
 * @returns asks by a time; it rejects with what CloudWatch throws
 */
export const droppedByChat =
  (client: CloudWatchClient, configuration: string, now: () => Date) =>
  async (since: Date): Promise<number> => {
    const Expression = `SUM(SEARCH('Namespace="AWS/Chatbot" MetricName="UnsupportedEvents" "${configuration}"', 'Sum', ${period}))`;
    const { MetricDataResults = [] } = await client.send(
      new GetMetricDataCommand({
        StartTime: since,
        EndTime: now(),
        MetricDataQueries: [{ Id: 'dropped', Expression, ReturnData: true }],
      }),
    );
    return MetricDataResults.flatMap(({ Values = [] }) => Values).reduce((sum, value) => sum + value, 0);
  };
