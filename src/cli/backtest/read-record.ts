import type { CallCause } from '../../change/cause.ts';
import { parseCloudTrail } from '../../change/parse-cloudtrail.ts';
import { isJsonObject } from '../../pool/json.ts';
import type { RecordedChange } from './judge-change.ts';

/** What a CloudTrail record is to a backtest. */
export type ReadRecord =
  /** Another service's, another call's, or one that no policy can speak of. */
  | { readonly kind: 'other' }
  /** AWS refused the call: nothing changed. */
  | { readonly kind: 'refused'; readonly eventId: string }
  /** A call whose user agent says that Lifeguard made it, as anybody's could. */
  | { readonly kind: 'own'; readonly cause: CallCause }
  | { readonly kind: 'change'; readonly change: RecordedChange };

/** An outcome's id in the user agent, as Lifeguard's writes carry it. */
const ownAgent = /\bcognito-lifeguard\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/;

/**
 * Reads one record of a log file or of the event history, of whichever account. Everything in it is from outside.
 * @param record anything
 */
export const readRecord = (record: unknown): ReadRecord => {
  if (!isJsonObject(record) || typeof record.recipientAccountId !== 'string') return { kind: 'other' };
  const event = { 'detail-type': 'AWS API Call via CloudTrail', detail: record };
  const read = parseCloudTrail(event, { accountId: record.recipientAccountId });
  if (read.kind === 'ignored')
    return read.reason === 'failed-call' && read.eventId !== undefined && isGoverned(read.call)
      ? { kind: 'refused', eventId: read.eventId }
      : { kind: 'other' };
  const { cause } = read;
  if (!cause.governed) return { kind: 'other' };
  if (ownAgent.test(cause.actor.userAgent ?? '')) return { kind: 'own', cause };
  return {
    kind: 'change',
    change:
      read.kind === 'pool-change'
        ? { cause, pool: read.pool, accountId: read.pool.accountId, region: read.pool.region }
        : { cause, accountId: read.accountId, region: read.region },
  };
};

const governedCalls: readonly string[] = [
  'CreateUserPool',
  'UpdateUserPool',
  'SetUserPoolMfaConfig',
  'TagResource',
  'UntagResource',
];

const isGoverned = (call: string | undefined): boolean => call !== undefined && governedCalls.includes(call);
