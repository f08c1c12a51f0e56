import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import { isObject, type Json, type JsonObject, stringAt } from './json.ts';

/** CloudTrail's caps: AWS CloudTrail user guide, "CloudTrail record contents". */
const LARGEST_ELEMENT = 100 * 1024;
const LONGEST_MESSAGE = 1024;

/** Members whose keys are a person's words, which CloudTrail leaves as they are. */
const MAPS = ['UserPoolTags', 'Tags', 'AcrConfiguration'];

/**
 * The CloudTrail record of a call. Built from AWS's documented record shape; no captured record was available.
 *
 * @param input the request's members as the service understood them
 */
export function trailRecord(call: Call, answer: Answer, input: JsonObject, ids: TrailIds): JsonObject {
  const { userIdentity } = call.identity;
  // CloudFormation's calls show the service in place of an address and an agent (AWS's samples of invokedBy).
  const invokedBy = stringAt(userIdentity, 'invokedBy');
  const denied = answer.kind === 'refused' && ACCESS_DENIED.includes(answer.code);
  return {
    eventVersion: '1.08',
    userIdentity,
    eventTime: secondsIso(call.at),
    eventSource: 'cognito-idp.amazonaws.com',
    eventName: call.operation,
    awsRegion: call.region,
    sourceIPAddress: invokedBy ?? call.sourceIpAddress,
    userAgent: invokedBy ?? call.userAgent,
    ...(answer.kind === 'refused'
      ? {
          errorCode: denied ? 'AccessDenied' : answer.code,
          errorMessage: answer.message.slice(0, LONGEST_MESSAGE),
        }
      : {}),
    requestParameters: denied ? null : capped(lowerCamel(input), 'requestParameters'),
    responseElements: answer.kind === 'refused' ? null : responseElements(answer.body),
    requestID: call.requestId,
    eventID: ids.eventId,
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: ids.accountId,
    eventCategory: 'Management',
  };
}

export interface TrailIds {
  readonly eventId: string;
  readonly accountId: string;
}

const ACCESS_DENIED = ['AccessDeniedException', 'AccessDenied'];

/** A time as CloudTrail and EventBridge write it: without milliseconds. */
export function secondsIso(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** UpdateUserPool answers an empty body, which CloudTrail shows as null. */
function responseElements(body: JsonObject): Json {
  return Object.keys(body).length === 0 ? null : capped(lowerCamel(body), 'responseElements');
}

function capped(value: Json, element: string): Json {
  const size = Buffer.byteLength(JSON.stringify(value));
  if (size <= LARGEST_ELEMENT) return value;
  return { omitted: 'true', originalSize: String(size), reason: `${element} too large` };
}

function lowerCamel(value: Json, isMap = false): Json {
  if (Array.isArray(value)) return value.map((item) => lowerCamel(item));
  if (!isObject(value)) return value;
  const renamed: Record<string, Json> = {};
  for (const [name, inner] of Object.entries(value)) {
    const shown = isMap ? name : name.charAt(0).toLowerCase() + name.slice(1);
    renamed[shown] =
      name === 'ClientSecret' ? 'HIDDEN_DUE_TO_SECURITY_REASONS' : lowerCamel(inner, MAPS.includes(name));
  }
  return renamed;
}
