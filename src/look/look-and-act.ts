import { conclusionOf } from '../history/conclusion.ts';
import { contestedIn } from '../history/contested.ts';
import { type Hold, heldByBreaker, holdOf } from '../history/hold.ts';
import type { Past } from '../history/past.ts';
import type { PoolHistory } from '../history/pool-history.ts';
import { type Pause, pauseFor } from '../history/pool-request.ts';
import { type Recollection, recollect } from '../history/recollect.ts';
import type { KeptOutcome, Lease } from '../ledger/ledger.ts';
import type { Pools } from '../pool/pools.ts';
import type { Applied, Progress } from '../remediation/applied.ts';
import { apply } from '../remediation/apply.ts';
import type { ApplyTools } from '../remediation/apply-tools.ts';
import { concludeApplied, concludeHeld, concludeLook } from '../remediation/conclude.ts';
import type { Look } from '../remediation/look.ts';
import { outcomeOfGone, outcomeWithoutLook, withFindings } from '../remediation/make-outcome.ts';
import { type OpenOutcome, progressOf } from '../remediation/open-outcome.ts';
import type { Outcome } from '../remediation/outcome.ts';
import type { World } from '../world.ts';
import { holdReason } from './hold-reason.ts';
import { beginLook, judgeFor, lookAt } from './look.ts';
import { planMemory } from './plan-memory.ts';

/** What a look goes by, beside what it sees. */
export interface Looking {
  readonly lease: Lease;
  readonly past: Past;
  readonly pauses: readonly Pause[];
  /** How many more calls there were of which nothing is kept. */
  readonly omitted: number;
  /** What a process that is gone left unfinished; where part of it stands, its outcome is carried on. */
  readonly open?: OpenOutcome | undefined;
}

/** What came of a look. */
export interface Looked {
  readonly outcome: Outcome;
  /** Absent where the pool is gone, and where the look isn't over. */
  readonly history?: PoolHistory;
  readonly preImage?: KeptOutcome['preImage'];
  /** There where the plan waits, or one would: when the pool must be looked at again. */
  readonly hold?: Exclude<Hold, { kind: 'paused' }>;
}

/**
 * Looks at a pool under a claim and puts right what differs: remembered, written, looked at again.
 * @throws PoolUnreachableError or LeaseLostError
 */
export const lookAndAct = async (world: World, looking: Looking): Promise<Looked> => {
  const { lease, past, open, omitted } = looking;
  const begun = beginLook(world, lease.pool, past.causes, {
    startedAt: past.now,
    omitted,
    history: past.history,
  });
  const look = await lookAt(world, lease.pool, past);
  if (!look) return { outcome: outcomeOfGone(begun()) };
  const progress: Progress = open ? progressOf(open, look) : { written: [] };
  const resumed = progress.written.length > 0 ? open : undefined;
  const frame = () => ({ ...begun(), ...(resumed && { id: resumed.id }) });
  // What was found before a crash and isn't there any more is told too: nobody else will.
  const first = open ? withFindings(look, open.findings) : look;
  const found = progress.before ? judgeFor(world, past, progress.before.snapshot) : look;
  const recollection = recollect(past, world.policies, found);
  const hold = whyHeld(world, looking, look, recollection, resumed !== undefined);
  if (hold?.kind === 'settling')
    return { outcome: outcomeWithoutLook(frame(), 'covered', holdReason(hold)), hold };

  const memory = planMemory(world, lease, frame, first.evaluation.findings);
  let sentFrom: string | undefined;
  const write: Pools['write'] = async (...args) => {
    const result = await world.pools.write(...args);
    // Whatever shows of it afterwards: it may have overwritten somebody.
    if (result.kind === 'written' || result.kind === 'unknown') sentFrom ??= memory.preImage()?.takenAt;
    return result;
  };
  const act = async (): Promise<Applied | undefined> => {
    if (look.plan.calls.length === 0) return nothingLeft(first, look, progress);
    if (hold) return concludeHeld(look, progress, holdReason(hold));
    const judge: ApplyTools['judge'] = (snapshot, restoresTier) =>
      judgeFor(world, past, snapshot, restoresTier);
    const stopped = () => pausedNow(world, lease);
    const pools = { ...world.pools, write };
    return apply({ ...world, pools, judge, stopped, remember: memory.remember }, look, frame().id, progress);
  };
  const applied = await act();
  const outcome = applied ? concludeApplied(frame(), first, applied) : concludeLook(frame(), look);
  if (applied?.kind === 'gone') return { outcome };

  const hasWritten = outcome.changes.length > 0;
  const before = applied && 'before' in applied ? applied.before : undefined;
  const preImage = memory.preImage();
  // Also where the pool is right at this moment: who weakens it again before then is no news, and asks for no look.
  const held = heldByBreaker(recollection.breaker, world.now().toISOString());
  const isDueLater = hold?.kind !== 'paused' && (recollection.undoing || !wasCalled(past));
  return {
    ...conclusionOf(past, world.policies, recollection, {
      found,
      left: applied?.after ?? look,
      outcome,
      writtenFrom: hasWritten ? before?.snapshot.takenAt : sentFrom,
      open,
      isResumed: resumed !== undefined,
    }),
    ...(preImage && hasWritten && { preImage }),
    ...(held && isDueLater && { hold: held }),
  };
};

/**
 * Where there is nothing to write: what a process that is gone had written of it, or what it had found and is right by
 * now; undefined where there is neither.
 */
const nothingLeft = (first: Look, look: Look, { written, before }: Progress): Applied | undefined => {
  if (before) return { kind: 'written', before, after: look, changes: written };
  const isRightByNow = first.evaluation.findings.length > look.evaluation.findings.length;
  return isRightByNow ? { kind: 'not-needed', after: look } : undefined;
};

/** A pause that began while we tried again and again, in a sentence. */
const pausedNow = async ({ ledger, now }: World, { pool }: Lease): Promise<string | undefined> => {
  const time = now().toISOString();
  const pause = pauseFor(await ledger.pauses(time), pool.arn, time);
  return pause && holdReason({ kind: 'paused', pause });
};

/** Why the plan waits. What a crash broke off is carried on at once, unless a person has stopped all writing. */
const whyHeld = (
  { habits, now }: World,
  { past, pauses, lease }: Looking,
  { plan, evaluation }: Look,
  { breaker, undoing }: Recollection,
  isResumed: boolean,
): Hold | undefined => {
  if (plan.calls.length === 0) return undefined;
  const hold = holdOf(past, evaluation, {
    pauses,
    pool: lease.pool.arn,
    breaker,
    contested: contestedIn(past.history?.undoings, undoing),
    changes: plan.changes,
    settleSeconds: habits.settleSeconds,
    now: now().toISOString(),
  });
  return isResumed && hold?.kind !== 'paused' ? undefined : hold;
};

/** A call that comes while we hold back finds a look that is due already; others have nothing behind them. */
const wasCalled = ({ causes }: Past): boolean => causes.some(({ kind }) => kind === 'call');
