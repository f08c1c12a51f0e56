import { type Answer, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import type { JsonObject } from '../json.ts';
import { lookupEvents } from './lookup-events.ts';

/** What CloudTrail's operations work on. */
export interface CloudTrailWorld {
  /** Every record, oldest first. */
  readonly trail: readonly JsonObject[];
  /** When LookupEvents was called last, by Region, in milliseconds: what its rate is counted by. */
  readonly lookups: Map<string, readonly number[]>;
}

/** "The rate of lookup requests is limited to two per second, per account, per Region": API reference of LookupEvents. */
const MOST_A_SECOND = 2;

/** Runs one CloudTrail call: LookupEvents is all there is. */
export function runCloudTrail({ trail, lookups }: CloudTrailWorld, call: Call): Answer {
  if (call.operation !== 'LookupEvents')
    return refused('UnknownOperationException', `Unknown operation: ${call.operation}`);
  const now = call.at.getTime();
  const recent = (lookups.get(call.region) ?? []).filter((time) => time > now - 1000);
  if (recent.length >= MOST_A_SECOND) return refused('ThrottlingException', 'Rate exceeded');
  lookups.set(call.region, [...recent, now]);
  return lookupEvents(trail, call);
}
