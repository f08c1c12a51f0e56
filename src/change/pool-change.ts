import type { PoolRef } from '../pool/pool-ref.ts';
import type { CallCause } from './cause.ts';

/** One recorded call that concerns one user pool. */
export interface PoolChange {
  readonly kind: 'pool-change';
  readonly pool: PoolRef;
  readonly cause: CallCause;
}

/** Why an event leads to no look. */
export type IgnoredReason =
  | 'not-an-event'
  | 'not-an-api-call'
  | 'not-watched'
  | 'failed-call'
  | 'no-pool-id'
  | 'request-omitted'
  | 'no-pools'
  | 'other-account'
  | 'other-region';

/** An event that leads to no look, and why. */
export interface Ignored {
  readonly kind: 'ignored';
  readonly reason: IgnoredReason;
  /** One sentence for a log line, with the part of the event that decided. */
  readonly detail: string;
  readonly eventId?: string;
  readonly region?: string;
  readonly call?: string;
  /** There where AWS refused the caller access: somebody tried what they may not. */
  readonly denied?: Denied;
}

/** A recorded call that AWS refused for want of a permission. */
export interface Denied {
  readonly cause: CallCause;
  /** `AccessDenied` */
  readonly error: string;
  /** Absent where the record of the refused call names none. */
  readonly pool?: PoolRef;
}
