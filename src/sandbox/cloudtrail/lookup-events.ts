import { type Answer, answered, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { type JsonObject, numberAt, objectAt, objectsAt, stringAt } from '../json.ts';
import type { CloudTrailWorld } from './cloudtrail.ts';

/** AttributeKey, AWS CloudTrail API reference of LookupAttribute. */
const KEYS: { readonly [key: string]: (record: JsonObject) => string | undefined } = {
  EventId: (record) => stringAt(record, 'eventID'),
  EventName: (record) => stringAt(record, 'eventName'),
  EventSource: (record) => stringAt(record, 'eventSource'),
  ReadOnly: (record) => String(record.readOnly),
  AccessKeyId: (record) => stringAt(objectAt(record, 'userIdentity'), 'accessKeyId'),
  Username: usernameOf,
};

/**
 * LookupEvents: the Region's records, newest first, by one attribute at most. Not like AWS in two ways: a record is found
 * after the sandbox's own delay, and there is no quota of two calls a second.
 */
export function lookupEvents({ trail, now, historyDelay }: CloudTrailWorld, call: Call): Answer {
  const attributes = objectsAt(call.input, 'LookupAttributes');
  const most = numberAt(call.input, 'MaxResults') ?? 50;
  if (attributes.length > 1 || attributes.some(({ AttributeKey }) => !KEYS[String(AttributeKey)]))
    return refused('InvalidLookupAttributesException', 'One lookup attribute at most can be given.');
  if (most < 1 || most > 50) return refused('InvalidMaxResultsException', 'MaxResults is from 1 to 50.');
  const from = numberAt(call.input, 'StartTime') ?? 0;
  const until = numberAt(call.input, 'EndTime') ?? Number.POSITIVE_INFINITY;
  if (from > until) return refused('InvalidTimeRangeException', 'The start is after the end.');
  const after = Number(stringAt(call.input, 'NextToken') ?? '0');
  if (!Number.isInteger(after) || after < 0)
    return refused('InvalidNextTokenException', 'The token is not one that was given.');
  const known = trail.filter((record) => {
    const at = timeOf(record);
    return (
      stringAt(record, 'awsRegion') === call.region &&
      at >= Math.floor(from) &&
      at <= until &&
      at * 1000 + historyDelay() <= now().getTime() &&
      attributes.every(
        ({ AttributeKey, AttributeValue }) => KEYS[String(AttributeKey)]?.(record) === AttributeValue,
      )
    );
  });
  const found = known.toReversed();
  const next = after + most;
  return answered({
    Events: found.slice(after, next).map(shown),
    ...(next < found.length ? { NextToken: String(next) } : {}),
  });
}

/** In seconds. */
function timeOf(record: JsonObject): number {
  return Date.parse(stringAt(record, 'eventTime') ?? '') / 1000;
}

function usernameOf(record: JsonObject): string | undefined {
  const identity = objectAt(record, 'userIdentity');
  return stringAt(identity, 'userName') ?? stringAt(identity, 'principalId')?.split(':').at(-1);
}

function shown(record: JsonObject): JsonObject {
  return {
    EventId: stringAt(record, 'eventID') ?? '',
    EventName: stringAt(record, 'eventName') ?? '',
    EventSource: stringAt(record, 'eventSource') ?? '',
    EventTime: timeOf(record),
    ReadOnly: String(record.readOnly),
    Username: usernameOf(record) ?? '',
    AccessKeyId: KEYS.AccessKeyId?.(record) ?? '',
    Resources: [],
    CloudTrailEvent: JSON.stringify(record),
  };
}
