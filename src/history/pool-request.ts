import { day, elapsed } from './times.ts';

/** Something that a person asked of a pool's memory at the command line; the next look takes it into account. */
export type PoolRequest = {
  readonly id: string;
  /** The ARN of who asked, by sts:GetCallerIdentity. */
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
} & (
  | /** What is debt for these rules is put right from now on. */
  { readonly kind: 'accept'; readonly rules: readonly string[] }
  /** A remediation was undone: these rules rest until then. */
  | {
      readonly kind: 'rest';
      readonly rules: readonly string[];
      readonly outcome: string;
      readonly until: string;
    }
  | /** The breaker closes. */ { readonly kind: 'close-breaker' }
);

/** A stop of all writing that a person asked for, for a time. Looks and notices go on. */
export interface Pause {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  /** The pool's ARN; absent where it is for the whole account. */
  readonly pool?: string;
  /** At most 24 hours after `at`. */
  readonly until: string;
  readonly reason: string;
}

/** Milliseconds that a pause lasts at most, whatever it says: who may pause writes its times. */
const longestPause = day;

/** The pause that holds for a pool now: of several the one that lasts longest. */
export const pauseFor = (pauses: readonly Pause[], poolArn: string, now: string): Pause | undefined =>
  pauses
    .filter(({ pool }) => pool === undefined || pool === poolArn)
    .filter(({ at, until }) => until > now && Math.abs(elapsed(at, now)) < longestPause)
    .toSorted((left, right) => (left.until < right.until ? 1 : -1))[0];
