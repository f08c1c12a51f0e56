import type { Cause } from '../change/cause.ts';
import { distinctCauses } from '../change/distinct-causes.ts';
import { longestDelay } from '../change/longest-delay.ts';
import { withCalls } from '../history/history-after.ts';
import type { Past } from '../history/past.ts';
import type { PoolHistory } from '../history/pool-history.ts';
import type { Pause } from '../history/pool-request.ts';
import { takeInRequests } from '../history/take-in-requests.ts';
import { coveringLook } from '../ledger/covering-look.ts';
import type { Claimed, LastOutcome, Lease, Release, Told } from '../ledger/ledger.ts';
import type { OpenOutcome } from '../remediation/open-outcome.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { timeForALook } from '../remediation/time-for-a-look.ts';
import type { World } from '../world.ts';
import { finishOpen } from './finish-open.ts';
import { type Looked, type Looking, lookAndAct } from './look-and-act.ts';
import { lastOf, quietIfTold } from './quiet-if-told.ts';
import { spread } from './spread.ts';
import { tellCovered } from './unlooked.ts';

/** What the looks under a claim have left so far, for the next one to go by. */
interface Known {
  readonly history?: PoolHistory | undefined;
  readonly last?: LastOutcome | undefined;
}

/** Why the next look is taken. */
interface Turn {
  readonly causes: readonly Cause[];
  /** How many more there were, of which nothing is kept. */
  readonly omitted: number;
  readonly pauses: readonly Pause[];
  /** What a process that is gone left unfinished. */
  readonly open?: OpenOutcome | undefined;
}

/**
 * Looks at a claimed pool until nothing waits any more: finishes what a crash left open, looks, tells, releases.
 * @returns the outcome of the last look; `covered` where the plan waits for the pool to be left alone
 * @throws PoolUnreachableError or LeaseLostError
 */
export const underClaim = async (
  world: World,
  claim: Claimed,
  triggers: readonly Cause[],
): Promise<Outcome> => {
  const { ledger, later, now } = world;
  const { lease, open } = claim;
  const requestsDone = claim.requests.map(({ id }) => id);
  let known: Known = { last: claim.last, history: takeInRequests(claim.history, claim.requests) };
  const { pauses } = claim.account;
  const finishing = (causes: readonly Cause[]) =>
    lookingFor(world, claim, known, { causes, omitted: 0, pauses });
  const finished = open && (await finishOpen(world, finishing(open.causes), open));
  if (finished) {
    await spread(world, finished);
    known = knownAfter(known, finished, open.causes);
  }
  const unfinished = finished ? undefined : open;
  const causes = [...(unfinished?.causes ?? []), ...unnamed(known, [...claim.waiting, ...triggers])];
  let turn: Turn = { causes, omitted: claim.omitted, pauses, open: unfinished };
  for (;;) {
    const looked = await lookAndAct(world, lookingFor(world, claim, known, turn));
    if (looked.hold) await later(lease.pool, secondsUntil(looked.hold.dueAt, now()));
    if (looked.hold?.kind === 'settling') {
      await ledger.defer(lease, waitingOf(turn), looked.hold.dueAt);
      return looked.outcome;
    }
    const told = { ...looked, outcome: quietIfTold(looked.outcome, known.last) };
    await spread(world, told);
    const { history, last } = knownAfter(known, told, turn.causes);
    const lookedAt = history?.unexplained ? never : told.outcome.startedAt;
    const left = { lookedAt, last, requestsDone, ...(history && { history }) };
    const ended = await endLook(world, lease, left);
    if (ended.release.kind !== 'again') return told.outcome;
    known = { history: ended.history, last };
    const { omitted } = ended.release;
    const came = unnamed(known, ended.release.causes);
    turn = { causes: came, omitted, pauses: await ledger.pauses(now().toISOString()) };
    // Calls can come in for ever: then another process looks.
    if (world.timeLeft() < timeForALook) {
      await later(lease.pool, 1);
      await ledger.defer(lease, { waiting: came, omitted }, now().toISOString());
      return told.outcome;
    }
  }
};

const lookingFor = (
  { now, habits }: World,
  { lease, account }: Claimed,
  { history }: Known,
  { causes, omitted, pauses, open }: Turn,
): Looking => {
  const past: Past = {
    causes,
    now: now().toISOString(),
    leavesDebt: habits.leavesDebt,
    ...(history && { history }),
    ...(account.watch && { watch: account.watch }),
    ...(habits.debtAfterDays !== undefined && { debtAfterDays: habits.debtAfterDays }),
  };
  return { lease, past, pauses, omitted, open };
};

/** Events come twice, and a trigger comes again after a crash: what an outcome has named isn't told under another. */
const unnamed = ({ history }: Known, causes: readonly Cause[]): readonly Cause[] =>
  causes.filter((cause) => cause.kind !== 'call' || !history?.calls.includes(cause.eventId));

/** A look without a history leaves the one before; one that another answers for isn't the last that was told. */
const knownAfter = (
  { history, last }: Known,
  looked: Looked,
  causes: readonly Cause[],
): Known & { readonly last: LastOutcome } => ({
  history: looked.history ?? (history && withCalls(history, causes)),
  last: last && looked.outcome.kind === 'covered' ? last : lastOf(looked.outcome),
});

/**
 * Releases the pool. Calls that came meanwhile and that the look has seen are told of, and cost no look of their own.
 * @returns how it ended, and the history with those calls
 */
const endLook = async (
  world: World,
  lease: Lease,
  told: Told,
): Promise<{ readonly release: Release; readonly history: PoolHistory | undefined }> => {
  let { history } = told;
  let release = await world.ledger.release(lease, told);
  while (release.kind === 'again' && isCovered(release, told.lookedAt)) {
    await tellCovered(world, lease.pool, release.causes, history);
    if (history) history = withCalls(history, release.causes);
    release = await world.ledger.release(lease, { ...told, ...(history && { history }) });
  }
  return { release, history };
};

/** True where the look has seen all that came meanwhile, so that a burst of calls doesn't make a look for each. */
const isCovered = ({ causes, omitted }: Extract<Release, { kind: 'again' }>, lookedAt: string): boolean => {
  const covering = coveringLook(causes);
  return omitted === 0 && covering !== undefined && covering <= Date.parse(lookedAt);
};

/** The causes of a look that waits, as they are kept for the one that is due. */
const waitingOf = ({ causes, omitted }: Turn) => {
  const { causes: waiting, causesOmitted = 0 } = distinctCauses(causes);
  return { waiting, omitted: omitted + causesOmitted };
};

/** A look that found a move without a call covers none: the call that explains it may still be under way. */
const never = new Date(0).toISOString();

/** `later` takes no longer delay; a look that comes too early asks for another one. */
const secondsUntil = (time: string, now: Date): number =>
  Math.min(longestDelay, Math.max(1, Math.ceil((Date.parse(time) - now.getTime()) / 1000)));
