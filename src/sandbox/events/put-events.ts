import { type Answer, answered, type Refused, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { secondsIso } from '../cloud-trail.ts';
import { isObject, type JsonObject, numberAt, objectsAt, stringAt, stringsAt } from '../json.ts';
import type { EventsWorld } from './events.ts';

/** PutEvents, Amazon EventBridge API reference. */
const MOST_ENTRIES = 10;
const LONGEST_DETAIL_TYPE = 128;

/** User guide, "Calculating PutEvents event entry size": less than 256 KB. Other pages say 1 MB by now. */
const TOO_LARGE = 256 * 1024;

/** PutEvents: each entry is taken or refused by itself, but for what is wrong with the whole request. */
export function putEvents(world: EventsWorld, call: Call): Answer {
  const entries = objectsAt(call.input, 'Entries');
  const broken = brokenRequest(entries);
  if (broken) return broken;
  const results = entries.map((entry) => putEntry(world, call, entry));
  return answered({
    FailedEntryCount: results.filter(({ ErrorCode }) => ErrorCode !== undefined).length,
    Entries: results,
  });
}

function brokenRequest(entries: readonly JsonObject[]): Refused | undefined {
  if (entries.length < 1 || entries.length > MOST_ENTRIES) {
    const bound = entries.length < 1 ? 'greater than or equal to 1' : `less than or equal to ${MOST_ENTRIES}`;
    return refused(
      'ValidationException',
      `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length ${bound}`,
    );
  }
  const size = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  if (size < TOO_LARGE) return undefined;
  return refused('ValidationException', 'Total size of the entries in the request is over the limit.');
}

/** 14 bytes for the time, and the bytes of source, detail type, detail and resources; same page as above. */
function sizeOf(entry: JsonObject): number {
  const texts = [entry.Source, entry.DetailType, entry.Detail, ...stringsAt(entry, 'Resources')];
  const bytes = texts.map((text) => (typeof text === 'string' ? Buffer.byteLength(text) : 0));
  return bytes.reduce((sum, each) => sum + each, entry.Time === undefined ? 0 : 14);
}

function putEntry(world: EventsWorld, call: Call, entry: JsonObject): JsonObject {
  const id = world.newId();
  const detail = readObject(stringAt(entry, 'Detail') ?? '');
  const broken = brokenEntry(entry, detail);
  if (broken) return broken;
  const time = numberAt(entry, 'Time');
  // An event for a bus that isn't there gets an id, and nobody gets the event: github.com/aws/aws-sdk-java-v2, #3155.
  const bus = (stringAt(entry, 'EventBusName') ?? 'default').replace(/^arn:.*:event-bus\//, '');
  world.put(
    {
      version: '0',
      id,
      'detail-type': stringAt(entry, 'DetailType') ?? '',
      source: stringAt(entry, 'Source') ?? '',
      account: world.accountId,
      time: secondsIso(time === undefined ? call.at : new Date(time * 1000)),
      region: call.region,
      resources: stringsAt(entry, 'Resources'),
      detail: detail ?? {},
    },
    { region: call.region, bus },
  );
  return { EventId: id };
}

/** Codes: PutEventsResultEntry, Amazon EventBridge API reference. Texts: github.com/getmoto/moto, #7532. */
function brokenEntry(entry: JsonObject, detail: JsonObject | undefined): JsonObject | undefined {
  const missing = ['Source', 'DetailType', 'Detail'].find((member) => (stringAt(entry, member) ?? '') === '');
  if (missing !== undefined) return invalid(missing, `${missing} is a required argument.`);
  if ((stringAt(entry, 'DetailType') ?? '').length > LONGEST_DETAIL_TYPE)
    return invalid('DetailType', `DetailType must have at most ${LONGEST_DETAIL_TYPE} characters.`);
  if (/^aws\./i.test(stringAt(entry, 'Source') ?? '')) {
    return {
      ErrorCode: 'NotAuthorizedForSourceException',
      ErrorMessage: 'Not authorized for the source.',
    };
  }
  return detail ? undefined : { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
}

function invalid(parameter: string, reason: string): JsonObject {
  return {
    ErrorCode: 'InvalidArgument',
    ErrorMessage: `Parameter ${parameter} is not valid. Reason: ${reason}`,
  };
}

function readObject(text: string): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
