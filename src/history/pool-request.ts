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

/** Milliseconds that a pause lasts at most: who may pause writes its times. */
export const longestPause = day;

/** Characters of a pause's reason: people read it in every notice while it lasts. */
export const longestReason = 200;

/** Milliseconds by which a pause may begin before its time: clocks differ. */
const tolerance = 300_000;

/** The pauses that hold for a pool now. */
export const pausesFor = (pauses: readonly Pause[], poolArn: string, now: string): readonly Pause[] =>
  pauses
    .filter(({ pool }) => pool === undefined || pool === poolArn)
    .filter(
      ({ at, until }) => until > now && elapsed(at, now) < longestPause && elapsed(now, at) <= tolerance,
    );

/** Of the pauses that hold for a pool now the one that lasts longest. */
export const pauseFor = (...args: Parameters<typeof pausesFor>): Pause | undefined =>
  pausesFor(...args).toSorted((left, right) => (left.until < right.until ? 1 : -1))[0];
