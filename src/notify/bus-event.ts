import type { Notice } from './notice.ts';
import { noticeEventWithin } from './notice-event-within.ts';
import { isTime, noticeTime } from './notice-time.ts';

/** A notice as an entry of PutEvents, for the rules of an event bus. */
export interface BusEvent {
  readonly Source: 'cognito-lifeguard';
  readonly DetailType: 'Pool Policy Outcome' | 'Pool Policy Announcement';
  /** Absent where nothing tells it: EventBridge then takes the time of the call. */
  readonly Time?: Date;
  /** ARNs of the pools that it is about. */
  readonly Resources: readonly string[];
  /** JSON, schema `cognito-lifeguard/notice/1`: docs/notice.schema.json. */
  readonly Detail: string;
}

/**
 * An entry has to be smaller than this. Source: Calculating PutEvents event entry size, Amazon EventBridge user guide;
 * other pages of AWS say 1 MB by now.
 */
const tooManyBytes = 262_144;

/** Every pool of a digest has its place. */
const mostPools = 100;

/** The bytes of an entry as EventBridge counts them: 14 for the time, and the text of the other members. */
const bytesOf = ({ Source, DetailType, Time, Resources, Detail }: BusEvent): number =>
  [Source, DetailType, ...Resources, Detail].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    Time ? 14 : 0,
  );

/** A notice as an event for people's own automation. Only its detail is cut to make room, and says so. */
export const busEvent = (notice: Notice): BusEvent => {
  const time = noticeTime(notice);
  const withDetail = (Detail: string): BusEvent => ({
    Source: 'cognito-lifeguard',
    DetailType: notice.about === 'outcome' ? 'Pool Policy Outcome' : 'Pool Policy Announcement',
    ...(isTime(time) && { Time: new Date(time) }),
    Resources: notice.pools.filter((arn) => /^arn:[\w:/-]{1,200}$/.test(arn)).slice(0, mostPools),
    Detail,
  });
  return withDetail(noticeEventWithin(notice, (event) => bytesOf(withDetail(event)) < tooManyBytes));
};
