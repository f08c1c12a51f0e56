import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import type { PoolRef } from '../../pool/pool-ref.ts';
import { readTrailRecord } from '../read-trail-record.ts';

/** How long CloudTrail may take: its user guide says about five minutes on average. */
const patience = 15 * 60;
const pauseSeconds = 15;

/**
 * Waits for CloudTrail's record of a write, known by the outcome's id in its user agent.
 * @param onWait told how many seconds have gone, before each pause
 * @returns the record; undefined where there is none after 15 minutes
 */
export const awaitRecord = async (
  pool: PoolRef,
  outcomeId: string,
  since: Date,
  {
    wait,
    onWait,
    client = new CloudTrailClient({ region: pool.region }),
  }: {
    readonly wait: (milliseconds: number) => Promise<unknown>;
    readonly onWait: (seconds: number, most: number) => void;
    readonly client?: CloudTrailClient;
  },
): Promise<Record<string, unknown> | undefined> => {
  for (let seconds = 0; ; seconds += pauseSeconds) {
    const { Events = [] } = await client.send(
      new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'UpdateUserPool' }],
        StartTime: new Date(since.getTime() - 60_000),
        MaxResults: 50,
      }),
    );
    const records = Events.map(({ CloudTrailEvent }) => readTrailRecord(CloudTrailEvent ?? ''));
    const found = records.find(
      ({ userAgent, requestParameters }) =>
        String(userAgent).includes(outcomeId) &&
        (requestParameters as { userPoolId?: unknown } | null | undefined)?.userPoolId === pool.id,
    );
    if (found || seconds >= patience) return found;
    onWait(seconds, patience);
    await wait(pauseSeconds * 1000);
  }
};
