import type { Call } from '../call.ts';
import { isWrite } from './cognito.ts';

/**
 * Calls that a Region of an account takes in a second of each of two kinds. AWS has more categories, so that reads of
 * pools and of what belongs to them are counted apart; here they take from each other.
 * Source: Amazon Cognito developer guide, "Quotas in Amazon Cognito": UserPoolRead and UserPoolUpdate.
 */
const MOST_A_SECOND = 15;

/** Cognito's quotas of calls. */
export interface Quotas {
  /** Takes a call; false where the second before it had as many as a second takes. */
  takes(call: Pick<Call, 'region' | 'operation' | 'at'>): boolean;
}

/**
 * Quotas in any second, wherever it begins. AWS doesn't say how it counts; no other way that comes to as many calls a
 * second refuses more.
 */
export function createQuotas(): Quotas {
  const lately = new Map<string, readonly number[]>();
  return {
    takes: ({ region, operation, at }) => {
      const now = at.getTime();
      const kind = `${region} ${isWrite(operation) ? 'write' : 'read'}`;
      const recent = (lately.get(kind) ?? []).filter((time) => time > now - 1000);
      if (recent.length >= MOST_A_SECOND) return false;
      lately.set(kind, [...recent, now]);
      return true;
    },
  };
}
