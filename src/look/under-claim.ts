import type { Cause } from '../change/cause.ts';
import { distinctCauses } from '../change/distinct-causes.ts';
import { isOwnCall } from '../change/own-call.ts';
import { withCalls } from '../history/history-after.ts';
import { takeInRequests } from '../history/take-in-requests.ts';
import { coveringLook } from '../ledger/covering-look.ts';
import type { Claim, LastOutcome, Release } from '../ledger/ledger.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { remainingOf } from '../remediation/remaining.ts';
import type { World } from '../world.ts';
import { finishOpen } from './finish-open.ts';
import { type Looking, lookAndAct } from './look-and-act.ts';
import { spread } from './spread.ts';
import { tellCovered } from './unlooked.ts';

/**
 * Looks at a claimed pool until nothing waits any more: finishes what a crash left open, looks, tells, releases.
 * @returns the outcome of the last look; `covered` where the plan waits for the pool to be left alone
 * @throws PoolUnreachableError or LeaseLostError
 */
export const underClaim = async (
  world: World,
  claim: Extract<Claim, { kind: 'claimed' }>,
  triggers: readonly Cause[],
): Promise<Outcome> => {
  const { ledger, now } = world;
  const { lease, open, requests } = claim;
  const requestsDone = requests.map(({ id }) => id);
  let history = takeInRequests(claim.history, requests);
  let { pauses } = claim.account;
  const looking = (causes: readonly Cause[], omitted: number): Looking => ({
    lease,
    pauses,
    omitted,
    past: pastOf(world, { ...claim, history }, causes),
  });
  const finished = open && (await finishOpen(world, looking(open.causes, 0), open));
  if (finished) await spread(world, finished);
  if (finished?.history) history = finished.history;
  let last = finished ? lastOf(finished.outcome) : claim.last;
  let resumed = finished ? undefined : open;
  // Events come twice, and a trigger comes again after a crash: what an outcome has named isn't told under another.
  const unnamed = (each: readonly Cause[]): readonly Cause[] =>
    each.filter((cause) => cause.kind !== 'call' || !history?.calls.includes(cause.eventId));
  let causes = [...(resumed?.causes ?? []), ...unnamed([...claim.waiting, ...triggers])];
  let { omitted } = claim;
  for (;;) {
    const looked = await lookAndAct(world, { ...looking(causes, omitted), open: resumed });
    if (looked.hold) await world.later(lease.pool, secondsUntil(looked.hold.dueAt, now()));
    if (looked.hold?.kind === 'settling') {
      const { causes: waiting, causesOmitted = 0 } = distinctCauses(causes);
      await ledger.defer(lease, { waiting, omitted: omitted + causesOmitted }, looked.hold.dueAt);
      return looked.outcome;
    }
    const outcome = quietIfTold(looked.outcome, last);
    await spread(world, { ...looked, outcome });
    history = looked.history ?? (history && withCalls(history, causes));
    if (!last || outcome.kind !== 'covered') last = lastOf(outcome);
    const lookedAt = history?.unexplained ? never : outcome.startedAt;
    const told = { lookedAt, last, requestsDone, ...(history && { history }) };
    let release = await ledger.release(lease, told);
    while (release.kind === 'again' && isCovered(release, lookedAt)) {
      await tellCovered(world, lease.pool, release.causes, history);
      if (history) history = withCalls(history, release.causes);
      release = await ledger.release(lease, { ...told, ...(history && { history }) });
    }
    if (release.kind !== 'again') return outcome;
    causes = [...unnamed(release.causes)];
    omitted = release.omitted;
    resumed = undefined;
    pauses = await ledger.pauses(now().toISOString());
    if (world.timeLeft() < timeForALook) {
      await world.later(lease.pool, 1);
      await ledger.defer(lease, { waiting: causes, omitted }, now().toISOString());
      return outcome;
    }
  }
};

/**
 * Milliseconds. Calls can come in for ever, and a look that begins later would end as failed, for want of time: see
 * apply.ts. Then another process looks.
 */
const timeForALook = 30_000;

const pastOf = (
  { now, habits }: World,
  {
    history,
    account,
  }: Pick<Extract<Claim, { kind: 'claimed' }>, 'account'> & {
    readonly history: Looking['past']['history'] | undefined;
  },
  causes: readonly Cause[],
): Looking['past'] => ({
  causes,
  now: now().toISOString(),
  leavesDebt: habits.leavesDebt,
  ...(history && { history }),
  ...(account.watch && { watch: account.watch }),
  ...(habits.debtAfterDays !== undefined && { debtAfterDays: habits.debtAfterDays }),
});

/** True where the look has seen all that came meanwhile, so that a burst of calls doesn't make a look for each. */
const isCovered = ({ causes, omitted }: Extract<Release, { kind: 'again' }>, lookedAt: string): boolean => {
  const covering = coveringLook(causes);
  return omitted === 0 && covering !== undefined && covering <= Date.parse(lookedAt);
};

/** A look that found a move without a call covers none: the call that explains it may still be under way. */
const never = new Date(0).toISOString();

/** SQS holds a message back for 900 s at most (SendMessage, API reference); whoever comes too early comes again. */
const secondsUntil = (time: string, now: Date): number =>
  Math.min(900, Math.max(1, Math.ceil((Date.parse(time) - now.getTime()) / 1000)));

const lastOf = (outcome: Outcome): LastOutcome => ({ id: outcome.id, remaining: remainingOf(outcome) });

/** Our own write comes back as an event; where it left something wrong, people know of it already. */
const quietIfTold = (outcome: Outcome, last: LastOutcome | undefined): Outcome =>
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
