import { actorOf } from '../../../change/actor.ts';
import type { Actor } from '../../../change/cause.ts';
import { outsideText } from '../../../change/outside-text.ts';
import { poolIn } from '../../../change/parse-cloudtrail.ts';
import type { JsonObject } from '../../../pool/json.ts';

/** What a CloudTrail record of the sandbox says. */
export interface RecordedCall {
  readonly call: string;
  readonly eventId: string;
  readonly region: string;
  /** Absent where the record names none. */
  readonly poolId?: string;
  readonly actor: Actor;
  readonly accessKeyId?: string;
  /** AWS's error and its message, where the call was no success. */
  readonly error?: string;
}

/** Reads a CloudTrail record; members that aren't what they should be are left out or empty. */
export const recordedCall = (record: JsonObject): RecordedCall => {
  const poolId = poolIn(record)?.id;
  const identity = record.userIdentity;
  const accessKeyId =
    typeof identity === 'object' && identity !== null && 'accessKeyId' in identity
      ? outsideText(identity.accessKeyId)
      : undefined;
  const error = [record.errorCode, record.errorMessage].flatMap((part) => outsideText(part) ?? []);
  return {
    call: outsideText(record.eventName) ?? 'a call',
    eventId: outsideText(record.eventID) ?? '',
    region: outsideText(record.awsRegion) ?? '',
    ...(poolId !== undefined && { poolId }),
    actor: actorOf(record),
    ...(accessKeyId !== undefined && { accessKeyId }),
    ...(error.length > 0 && { error: error.join(': ') }),
  };
};
