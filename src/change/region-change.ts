import type { CallCause } from './cause.ts';

/** One recorded call on a user pool that its record doesn't name: it may have been any pool of the Region. */
export interface RegionChange {
  readonly kind: 'region-change';
  readonly region: string;
  readonly accountId: string;
  readonly cause: CallCause;
}
