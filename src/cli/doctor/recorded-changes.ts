import { CloudTrailClient, type Event } from '@aws-sdk/client-cloudtrail';
import { isPoolId } from '../../pool/pool-ref.ts';
import { type EventHistory, eventHistory, type LookUpCall } from '../event-history.ts';
import { readTrailRecord } from '../read-trail-record.ts';
import { askAws } from './ask-aws.ts';

/** Calls that change a pool's settings and name the pool in their record. */
const calls = ['UpdateUserPool', 'SetUserPoolMfaConfig'];

/**
 * How many pages of a call are read, of fifty each, at two pages a second. Calls that AWS refuses cost nothing, so whoever
 * makes enough of them has any history end here: what lies before is not known then.
 */
const mostPages = 20;

/** The clock, and waiting. */
export type Time = Pick<EventHistory, 'now' | 'wait'>;

/** A recorded call to a pool. */
export interface RecordedChange {
  readonly call: string;
  readonly pool: string;
  readonly at: Date;
  readonly eventId: string;
}

/** Calls of a name that were read without finding a change among them, and when the oldest of them was made. */
export interface Unread {
  readonly call: string;
  readonly count: number;
  readonly before: Date;
}

/** What CloudTrail's event history says of a Region. */
export interface RecordedChanges {
  /** The newest first: of each call those on the first page that has any, from 90 days. */
  readonly changes: readonly RecordedChange[];
  /** Calls whose history was not read to its end. */
  readonly unread: readonly Unread[];
}

/**
 * The newest changes to pools of a Region, as far as AWS accepted them.
 * @throws NotAnswered
 */
export const recordedChanges = async (region: string, time: Time): Promise<RecordedChanges> => {
  const look = eventHistory({ client: new CloudTrailClient({ region }), ...time });
  const found: RecordedChange[] = [];
  const unread: Unread[] = [];
  for (const call of calls) {
    const of = await newestOf(look, call);
    found.push(...of.changes);
    unread.push(...of.unread);
  }
  return { changes: found.toSorted((left, right) => right.at.getTime() - left.at.getTime()), unread };
};

const newestOf = async (look: LookUpCall, call: string): Promise<RecordedChanges> => {
  let NextToken: string | undefined;
  let before = new Date(0);
  let count = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await askAws('cloudtrail:LookupEvents', look(call, { NextToken }));
    const events = answer.Events ?? [];
    const changes = events.flatMap((event) => changeOf(call, event));
    NextToken = answer.NextToken;
    if (changes.length > 0 || NextToken === undefined) return { changes, unread: [] };
    before = events.at(-1)?.EventTime ?? before;
    count += events.length;
  }
  return { changes: [], unread: [{ call, count, before }] };
};

/** Calls that AWS refused changed nothing, and a record may leave out its parameters. */
const changeOf = (
  call: string,
  { CloudTrailEvent = '', EventTime: at, EventId: eventId = '' }: Event,
): readonly RecordedChange[] => {
  const { errorCode, requestParameters } = readTrailRecord(CloudTrailEvent);
  const pool = (requestParameters as { readonly userPoolId?: unknown } | null | undefined)?.userPoolId;
  return at && !errorCode && typeof pool === 'string' && isPoolId(pool) ? [{ call, pool, at, eventId }] : [];
};
