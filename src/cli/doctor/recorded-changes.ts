import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { isPoolId } from '../../pool/pool-ref.ts';
import { readTrailRecord } from '../read-trail-record.ts';
import { askAws } from './ask-aws.ts';

/** Calls that change a pool's settings and name the pool in their record. */
const calls = ['UpdateUserPool', 'SetUserPoolMfaConfig'];

/** A recorded call to a pool. */
export interface RecordedChange {
  readonly call: string;
  readonly pool: string;
  readonly at: Date;
  readonly eventId: string;
}

/**
 * The newest changes to pools of a Region that CloudTrail's event history has, the newest first: up to fifty of each
 * call, from 90 days.
 * @throws NotAnswered
 */
export const recordedChanges = async (region: string): Promise<readonly RecordedChange[]> => {
  const client = new CloudTrailClient({ region });
  const found: RecordedChange[] = [];
  for (const call of calls) {
    const { Events = [] } = await askAws(
      'cloudtrail:LookupEvents',
      client.send(
        new LookupEventsCommand({
          LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: call }],
          MaxResults: 50,
        }),
      ),
    );
    found.push(
      ...Events.flatMap(({ CloudTrailEvent = '', EventTime, EventId = '' }) =>
        recorded(call, CloudTrailEvent, EventTime, EventId),
      ),
    );
  }
  return found.toSorted((left, right) => right.at.getTime() - left.at.getTime());
};

/** Calls that AWS refused changed nothing, and a record may leave out its parameters. */
const recorded = (
  call: string,
  text: string,
  at: Date | undefined,
  eventId: string,
): readonly RecordedChange[] => {
  const { errorCode, requestParameters } = readTrailRecord(text);
  const pool = (requestParameters as { readonly userPoolId?: unknown } | null | undefined)?.userPoolId;
  return at && !errorCode && typeof pool === 'string' && isPoolId(pool) ? [{ call, pool, at, eventId }] : [];
};
