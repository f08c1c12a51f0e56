import { createHash } from 'node:crypto';
import { type Answer, answered, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { defined, type Json, type JsonObject, numberAt, objectAt, objectsAt, stringAt } from '../json.ts';
import type { CloudTrailWorld } from './cloudtrail.ts';

/** Event history ends there. Source: "Working with CloudTrail event history", AWS CloudTrail user guide. */
const HISTORY_MS = 90 * 24 * 60 * 60 * 1000;
const MOST_RESULTS = 50;

/** "The rate of lookup requests is limited to two per second, per account, per Region": API reference of LookupEvents. */
const MOST_A_SECOND = 2;

/** What an attribute key is held against in a record. The sandbox records no resources, so their keys find nothing. */
const ATTRIBUTES: { readonly [key: string]: (record: JsonObject) => Json | undefined } = {
  AccessKeyId: (record) => objectAt(record, 'userIdentity').accessKeyId,
  EventId: (record) => record.eventID,
  EventName: (record) => record.eventName,
  EventSource: (record) => record.eventSource,
  ReadOnly: (record) => String(record.readOnly),
  ResourceName: () => undefined,
  ResourceType: () => undefined,
  Username: (record) => usernameOf(record),
};

/**
 * LookupEvents: the newest first, a Region's own, 50 a page, twice a second. A record is found after the sandbox's own
 * delay; AWS takes some minutes.
 * Source: API reference of LookupEvents, with the errors that it names.
 */
export function lookupEvents({ trail, lookups, historyDelay }: CloudTrailWorld, call: Call): Answer {
  const { input } = call;
  const now = call.at.getTime();
  const recent = (lookups.get(call.region) ?? []).filter((time) => time > now - 1000);
  if (recent.length >= MOST_A_SECOND) return refused('ThrottlingException', 'Rate exceeded');
  lookups.set(call.region, [...recent, now]);
  const attributes = objectsAt(input, 'LookupAttributes');
  if (attributes.length > 1)
    return refused('InvalidLookupAttributesException', 'You can specify at most one lookup attribute.');
  const [attribute] = attributes;
  const key = attribute && stringAt(attribute, 'AttributeKey');
  const wanted = attribute && stringAt(attribute, 'AttributeValue');
  const read = key !== undefined && Object.hasOwn(ATTRIBUTES, key) ? ATTRIBUTES[key] : undefined;
  if (attribute && (!read || !wanted || wanted.length > 2000))
    return refused('InvalidLookupAttributesException', 'The lookup attribute is not valid.');
  const most = input.MaxResults ?? MOST_RESULTS;
  if (typeof most !== 'number' || !Number.isInteger(most) || most < 1 || most > MOST_RESULTS)
    return refused('InvalidMaxResultsException', 'MaxResults must be between 1 and 50.');
  // Records carry whole seconds.
  const from = Math.floor(numberAt(input, 'StartTime') ?? (now - HISTORY_MS) / 1000) * 1000;
  const to = (numberAt(input, 'EndTime') ?? now / 1000) * 1000;
  if (from > to || to < now - HISTORY_MS || from > now)
    return refused('InvalidTimeRangeException', 'The time range is not valid.');
  const start = readToken(input);
  if (start === undefined) return refused('InvalidNextTokenException', 'The token is not valid.');

  const found = trail
    .filter(({ awsRegion }) => awsRegion === call.region)
    .filter((record) => !read || read(record) === wanted)
    .filter((record) => {
      const time = timeOf(record);
      return time >= Math.max(from, now - HISTORY_MS) && time <= Math.min(to, now - historyDelay());
    })
    .toReversed();
  const next = start + most;
  return answered(
    defined({
      Events: found.slice(start, next).map(shown),
      NextToken: next < found.length ? token(input, next) : undefined,
    }),
  );
}

function timeOf(record: JsonObject): number {
  return Date.parse(stringAt(record, 'eventTime') ?? '');
}

function usernameOf(record: JsonObject): string | undefined {
  const identity = objectAt(record, 'userIdentity');
  return stringAt(identity, 'userName') ?? stringAt(identity, 'arn')?.split('/').at(-1);
}

function shown(record: JsonObject): JsonObject {
  return defined({
    EventId: record.eventID,
    EventName: record.eventName,
    ReadOnly: String(record.readOnly),
    AccessKeyId: objectAt(record, 'userIdentity').accessKeyId,
    EventTime: timeOf(record) / 1000,
    EventSource: record.eventSource,
    Username: usernameOf(record),
    Resources: [],
    CloudTrailEvent: JSON.stringify(record),
  });
}

/** A token goes with the parameters that it was given for: "you must specify the same parameters" (API reference). */
function token(input: JsonObject, offset: number): string {
  const { NextToken: _, ...parameters } = input;
  const seal = createHash('sha256')
    .update(`${offset} ${JSON.stringify(Object.entries(parameters).sort())}`)
    .digest('base64url');
  return `${offset}.${seal}`;
}

function readToken(input: JsonObject): number | undefined {
  if (input.NextToken === undefined) return 0;
  const offset = Number(String(input.NextToken).split('.')[0]);
  return token(input, offset) === input.NextToken ? offset : undefined;
}
