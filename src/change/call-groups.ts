import { callRank } from './call-rank.ts';
import type { Actor, CallCause, Cause } from './cause.ts';

/** The calls of one name by one caller. */
export interface CallGroup {
  /** The first of them. */
  readonly call: CallCause;
  readonly times: number;
}

/** Who called, as far as calls of one caller are the same in it: not by address or program, which the caller chooses. */
export const callerOf = ({ arn, type, accountId, invokedBy }: Actor): string =>
  JSON.stringify([arn ?? type, accountId, invokedBy]);

/** Equal for calls of one name by one caller. */
export const pairOf = (cause: Cause): string =>
  cause.kind === 'call' ? JSON.stringify([cause.eventSource, cause.call, callerOf(cause.actor)]) : cause.kind;

/** The recorded calls by name and caller, the gravest first, so that no number of harmless calls stands before one. */
export const callGroups = (causes: readonly Cause[]): readonly CallGroup[] => {
  const calls = causes.filter((cause) => cause.kind === 'call');
  return [...Map.groupBy(calls, pairOf).values()]
    .flatMap(([call, ...more]) => (call ? [{ call, times: 1 + more.length }] : []))
    .toSorted((left, right) => callRank(left.call.call) - callRank(right.call.call));
};
