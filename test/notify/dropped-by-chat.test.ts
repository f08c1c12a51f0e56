import type { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from 'vitest';
import { droppedByChat } from '../../src/notify/dropped-by-chat.ts';
import { aClock } from '../support/a-clock.ts';

/** A CloudWatch that answers with these values, and what it was asked. */
const aCloudWatch = (values: readonly number[]) => {
  const asked: GetMetricDataCommand['input'][] = [];
  const send = async ({ input }: GetMetricDataCommand) => {
    asked.push(input);
    return { MetricDataResults: [{ Id: 'dropped', Values: values }] };
  };
  return { client: { send } as unknown as CloudWatchClient, asked };
};

describe('what the chat service dropped', () => {
  it.each([
    [[2, 0, 1], 3],
    [[], 0],
  ])('is the sum of %j over all hours: %i', async (values, sum) => {
    const { client } = aCloudWatch(values);

    const dropped = await droppedByChat(client, 'lifeguard-eu', aClock().now)(new Date('2026-11-22'));

    expect(dropped).toBe(sum);
  });

  it('is asked of our own configuration alone, whatever dimensions the metric has', async () => {
    const { client, asked } = aCloudWatch([]);

    await droppedByChat(client, 'lifeguard-eu', aClock().now)(new Date('2026-11-22'));

    expect(asked).toMatchObject([
      {
        StartTime: new Date('2026-11-22'),
        EndTime: new Date('2026-11-23T10:00:00.000Z'),
        MetricDataQueries: [
          { Expression: expect.stringMatching(/"AWS\/Chatbot".*"UnsupportedEvents" "lifeguard-eu"/) },
        ],
      },
    ]);
  });
});
