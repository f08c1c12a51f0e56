import { isOwnCall } from '../change/own-call.ts';
import type { LastOutcome } from '../ledger/ledger.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { remainingOf } from '../remediation/remaining.ts';

/** What is remembered of an outcome that was told, for the next look to compare with. */
export const lastOf = (outcome: Outcome): LastOutcome => ({
  id: outcome.id,
  remaining: remainingOf(outcome),
});

/** Our own write comes back as an event; where it left something wrong, people know of it already. */
export const quietIfTold = (outcome: Outcome, last: LastOutcome | undefined): Outcome =>
  last &&
  outcome.kind !== 'gone' &&
  outcome.changes.length === 0 &&
  outcome.remarks.length === 0 &&
  outcome.causes.length > 0 &&
  outcome.causesOmitted === undefined &&
  outcome.causes.every((cause) => isOwnCall(cause, last.id)) &&
  remainingOf(outcome) === last.remaining
    ? { ...outcome, kind: 'covered', reason: toldBefore }
    : outcome;

const toldBefore = 'This is our own write coming back, and the pool is as it was when that was told.';
