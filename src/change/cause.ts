import type { RequestedSetting } from '../pool/requested-settings.ts';
import type { SettingPath } from '../pool/settings.ts';

/** Who made a call, as CloudTrail recorded it. Every member is chosen, in part, by whoever called: untrusted text. */
export interface Actor {
  readonly type: string;
  readonly arn?: string;
  readonly accountId?: string;
  readonly sessionName?: string;
  readonly sessionIssuer?: string;
  readonly invokedBy?: string;
  readonly sourceIpAddress?: string;
  readonly userAgent?: string;
}

/** A recorded API call that made us look. */
export interface CallCause {
  readonly kind: 'call';
  /** The API's name, `UpdateUserPool`. */
  readonly call: string;
  /** `cognito-idp.amazonaws.com`, or another service's event source. */
  readonly eventSource: string;
  readonly eventId: string;
  /** When CloudTrail says the call completed, ISO 8601 UTC. */
  readonly eventTime: string;
  readonly actor: Actor;
  /** False for calls that policy files can't speak of yet: told with their actor, not judged. */
  readonly governed: boolean;
  /** What the recorded request asked for: somebody's word, compared and told, never written. Not part of an outcome. */
  readonly requested?: readonly RequestedSetting[];
  /** Settings that were found against policy as this call's request asked for them; absent where none was. */
  readonly asked?: readonly SettingPath[];
}

/** The scheduled sweep came by. */
export interface SweepCause {
  readonly kind: 'sweep';
  /** The sweep's id. */
  readonly sweep: string;
  /** When the sweep asked for this look, ISO 8601 UTC. */
  readonly eventTime: string;
}

/** A person who asked for a look, at the command line. */
export interface AskedCause {
  readonly kind: 'asked';
  /** When, ISO 8601 UTC. */
  readonly eventTime: string;
}

/** Why we looked at a pool. */
export type Cause = CallCause | AskedCause | SweepCause;
