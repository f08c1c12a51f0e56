import { isJsonObject, type Json, type JsonObject } from '../pool/json.ts';
import { isPoolId, poolRef, poolRefFromArn } from '../pool/pool-ref.ts';
import { isRegionName } from '../pool/region-name.ts';
import { requestedSettings } from '../pool/requested-settings.ts';
import { actorOf } from './actor.ts';
import type { CallCause } from './cause.ts';
import { isAccessDenied, isRefusal } from './is-refusal.ts';
import type { Ignored, IgnoredReason, PoolChange } from './pool-change.ts';
import type { RegionChange } from './region-change.ts';
import { watchedCall } from './watched-calls.ts';

const utcTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
const token = /^[\w.:-]{1,128}$/;

const member = (value: Json | undefined, name: string): Json | undefined =>
  isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

const matching = (form: RegExp, ...candidates: readonly unknown[]): string | undefined =>
  candidates.find((value): value is string => typeof value === 'string' && form.test(value));

const regionName = (...candidates: readonly unknown[]): string | undefined =>
  candidates.find((value): value is string => typeof value === 'string' && isRegionName(value));

const time = (...candidates: readonly unknown[]): string | undefined =>
  candidates.find(
    (value): value is string =>
      typeof value === 'string' && utcTime.test(value) && !Number.isNaN(Date.parse(value)),
  );

/** The calls whose requests name settings as the catalogue does. */
const settingCalls: readonly string[] = ['CreateUserPool', 'UpdateUserPool', 'SetUserPoolMfaConfig'];

/** The pool that a record names, in the order in which the calls use the places. */
export const poolIn = (
  record: JsonObject,
): { readonly id: string; readonly accountId?: string } | undefined => {
  const ids = [
    member(record.requestParameters, 'userPoolId'),
    member(member(record.responseElements, 'userPool'), 'id'),
  ];
  const id = ids.find(isPoolId);
  if (id) return { id };
  const arn = member(record.requestParameters, 'resourceArn');
  return typeof arn === 'string' ? poolRefFromArn(arn) : undefined;
};

/**
 * CloudTrail puts this mark in place of request parameters, and of response elements, above 100 KB each. A caller
 * can bring it about with long message templates. Source: AWS CloudTrail user guide, quotas.
 */
const isOmitted = (part: Json | undefined): boolean => {
  const mark = member(part, 'omitted');
  return mark === true || mark === 'true';
};

/**
 * Reads an EventBridge event that carries a CloudTrail record.
 * Every string in it was chosen, in part, by whoever made the call. Whatever comes in, nothing is thrown.
 * Source of the shape: AWS CloudTrail user guide, record contents; Amazon EventBridge user guide, events from AWS.
 * @param event anything; an EventBridge envelope is what leads somewhere
 * @param here the account whose pools are looked after, and the Regions whose are; every Region where none is named
 * @returns the change to one pool; the change to some pool of a Region, where CloudTrail left out the part of the
 *   record that names it; or why the event leads to no look
 */
export const parseCloudTrail = (
  event: unknown,
  here: { readonly accountId: string; readonly regions?: readonly string[] },
): PoolChange | RegionChange | Ignored => {
  const known: { eventId?: string; region?: string; call?: string } = {};
  const ignored = (reason: IgnoredReason, detail: string): Ignored => ({
    kind: 'ignored',
    reason,
    detail,
    ...known,
  });

  if (!isJsonObject(event) || typeof event['detail-type'] !== 'string' || !isJsonObject(event.detail)) {
    return ignored('not-an-event', 'This is not an EventBridge event: detail-type or detail is missing.');
  }
  const record = event.detail;
  const eventId = matching(token, record.eventID, event.id);
  const region = regionName(record.awsRegion, event.region);
  const call = matching(token, record.eventName);
  if (eventId) known.eventId = eventId;
  if (region) known.region = region;
  if (call) known.call = call;

  // AWS's China documentation writes "Amazon API Call via CloudTrail"; what is sent there isn't published.
  if (!event['detail-type'].endsWith(' API Call via CloudTrail')) {
    return ignored('not-an-api-call', 'The detail-type is not that of an API call recorded by CloudTrail.');
  }
  const eventTime = time(record.eventTime, event.time);
  const eventSource = matching(token, record.eventSource);
  if (!eventId || !region || !call || !eventTime || !eventSource) {
    const missing = Object.entries({
      eventID: eventId,
      awsRegion: region,
      eventName: call,
      eventTime,
      eventSource,
    })
      .filter(([, value]) => !value)
      .map(([name]) => name);
    return ignored('not-an-event', `The record lacks a usable ${missing.join(', ')}.`);
  }

  const watched = watchedCall(eventSource, call);
  if (!watched) return ignored('not-watched', `${call} of ${eventSource} doesn't configure a user pool.`);

  const account = record.recipientAccountId ?? event.account;
  if (account !== here.accountId) {
    return ignored('other-account', `${call} was recorded for another account than ${here.accountId}.`);
  }
  if (here.regions && !here.regions.includes(region)) {
    return ignored(
      'other-region',
      `${call} was recorded in ${region}, which is none of the Regions that are looked after: ${here.regions.join(', ')}. The parameter regions of the deployment names them.`,
    );
  }
  const pool = poolIn(record);
  if (pool?.accountId !== undefined && pool.accountId !== here.accountId) {
    return ignored('other-account', `${call} named a pool of another account than ${here.accountId}.`);
  }
  const cause: CallCause = {
    kind: 'call',
    call,
    eventSource,
    eventId,
    eventTime,
    actor: actorOf(record),
    governed: watched.governed,
    ...(settingCalls.includes(call) &&
      isJsonObject(record.requestParameters) &&
      !isOmitted(record.requestParameters) && { requested: requestedSettings(record.requestParameters) }),
  };
  if (isRefusal(record.errorCode)) {
    const error = String(record.errorCode);
    const denied = { cause, error, ...(pool && { pool: poolRef(here.accountId, region, pool.id) }) };
    const failed = ignored('failed-call', `${call} failed with ${error}.`);
    return isAccessDenied(error) ? { ...failed, denied } : failed;
  }
  // A replica's id keeps the prefix of the Region it was copied from; the record's Region is where the call acted.
  if (pool) return { kind: 'pool-change', pool: poolRef(here.accountId, region, pool.id), cause };
  if (!isOmitted(record.requestParameters) && !isOmitted(record.responseElements))
    return ignored('no-pool-id', `${call} names no user pool.`);
  return watched.governed
    ? { kind: 'region-change', region, accountId: here.accountId, cause }
    : ignored(
        'request-omitted',
        `CloudTrail left out the parameters of ${call} for their size, so it isn't known which pool in ${region} it was, and no rule speaks of what it changed.`,
      );
};
