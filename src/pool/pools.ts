import type { JsonObject } from './json.ts';
import type { PoolRef } from './pool-ref.ts';
import type { PoolSnapshot } from './pool-snapshot.ts';

/** What came of looking at a pool. Anything but an answer or a missing pool is an exception: see PoolUnreachableError. */
export type ReadResult =
  | { readonly kind: 'snapshot'; readonly snapshot: PoolSnapshot }
  | { readonly kind: 'gone' };

/** The calls that change a pool's settings. */
export type UserPoolOperation = 'UpdateUserPool' | 'SetUserPoolMfaConfig';

/** One write: the operation, and its complete body as it goes on the wire. */
export interface UserPoolWrite {
  readonly operation: UserPoolOperation;
  readonly request: JsonObject;
}

/** What came of one write. */
export type WriteResult =
  | { readonly kind: 'written' }
  /** Somebody else's update was in progress, or the quota was spent: nothing changed, look and try again. */
  | { readonly kind: 'busy'; readonly error: string }
  /** 500, timeout, lost answer: only a look tells whether it took effect. */
  | { readonly kind: 'unknown'; readonly error: string }
  | { readonly kind: 'gone' }
  /** The caller lacks a permission. */
  | { readonly kind: 'denied'; readonly error: string; readonly message: string }
  /** AWS refuses this request, and would refuse it again. */
  | { readonly kind: 'refused'; readonly error: string; readonly message: string };

/** ListUserPools gives at most this many pools in one answer (service model: PoolQueryLimitType). */
export const mostPoolsInAPage = 60;

/** Which page of a listing. */
export interface PageOptions {
  /** At most so many pools, from 1 to 60; 60 where it isn't said. */
  readonly size?: number;
  /** What the page before said comes next; absent for the first. */
  readonly from?: string;
}

/** One page of a Region's pools. */
export interface PoolPage {
  readonly ids: readonly string[];
  /** Where the next page begins; absent after the last. */
  readonly next?: string;
}

/** The door to Cognito. */
export interface Pools {
  read(pool: PoolRef): Promise<ReadResult>;
  /** The ids of all pools in a Region, page by page. */
  list(region: string): AsyncIterable<string>;
  /** The ids of one page of a Region's pools, for whoever can't keep a listing open. */
  page(region: string, options?: PageOptions): Promise<PoolPage>;
  /**
   * Sends one write, once.
   * @param outcomeId named in the user agent, so that CloudTrail shows which outcome made the call
   */
  write(pool: PoolRef, write: UserPoolWrite, outcomeId: string): Promise<WriteResult>;
}
