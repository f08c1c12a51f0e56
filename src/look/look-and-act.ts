import { conclusionOf } from '../history/conclusion.ts';
import { contestedIn } from '../history/contested.ts';
import { type Hold, holdOf } from '../history/hold.ts';
import type { Past } from '../history/past.ts';
import type { PoolHistory } from '../history/pool-history.ts';
import { type Pause, pauseFor } from '../history/pool-request.ts';
import { type Recollection, recollect } from '../history/recollect.ts';
import { LeaseLostError } from '../ledger/errors.ts';
import type { KeptOutcome, Lease } from '../ledger/ledger.ts';
import type { Pools } from '../pool/pools.ts';
import type { Applied, Progress } from '../remediation/applied.ts';
import { apply } from '../remediation/apply.ts';
import { concludeApplied, concludeHeld, concludeLook } from '../remediation/conclude.ts';
import type { Look } from '../remediation/look.ts';
import { outcomeWithoutLook, withFindings } from '../remediation/make-outcome.ts';
import { type OpenOutcome, openOutcome, progressOf } from '../remediation/open-outcome.ts';
import type { Outcome } from '../remediation/outcome.ts';
import type { World } from '../world.ts';
import { holdReason } from './hold-reason.ts';
import { beginLook, goneReason, judgeFor, lookAt } from './look.ts';

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
  const begun = beginLook(world, lease.pool, past.causes, { startedAt: past.now, omitted });
  const look = await lookAt(world, lease.pool, past);
  if (!look) return { outcome: outcomeWithoutLook(begun(), 'gone', goneReason) };
  const progress = open ? progressOf(open, look) : { written: [] };
  const resumed = open && progress.written.length > 0 ? open : undefined;
  const frame = () => ({ ...begun(), ...(resumed && { id: resumed.id }) });
  // What was found before a crash and isn't there any more is told too: nobody else will.
  const first = open ? withFindings(look, open.findings) : look;
  const found = progress.before ? judgeFor(world, past, progress.before.snapshot) : look;
  const recollection = recollect(past, world.policies, found);
  const hold = look.plan.calls.length === 0 ? undefined : whyHeld(world, looking, look, recollection);
  if (hold?.kind === 'settling' && !resumed)
    return { outcome: outcomeWithoutLook(frame(), 'covered', holdReason(hold)), hold };
  let preImage: OpenOutcome['preImage'] | undefined;
  const remember = async (ready: Look, sofar: Progress): Promise<void> => {
    const memory = openOutcome(frame(), first.evaluation.findings, ready, sofar);
    if (!(await world.ledger.remember(lease, memory, world.now().toISOString())))
      throw new LeaseLostError(lease);
    preImage = memory.preImage;
  };
  let sentFrom: string | undefined;
  const write: Pools['write'] = async (...args) => {
    const result = await world.pools.write(...args);
    // Whatever shows of it afterwards: it may have overwritten somebody.
    if (result.kind === 'written' || result.kind === 'unknown') sentFrom ??= preImage?.takenAt;
    return result;
  };
  const act = async (): Promise<Applied | 'nothing'> => {
    if (look.plan.calls.length === 0) return nothingLeft(first, look, progress);
    if (hold && (hold.kind === 'paused' || !resumed)) return concludeHeld(look, progress, holdReason(hold));
    return apply(
      {
        ...world,
        pools: { ...world.pools, write },
        judge: judgeFor.bind(undefined, world, past),
        remember,
        stopped: () => pausedNow(world, lease),
      },
      look,
      frame().id,
      progress,
    );
  };
  const applied = await act();
  const concluded =
    applied === 'nothing' ? concludeLook(frame(), look) : concludeApplied(frame(), first, applied);
  if (applied !== 'nothing' && applied.kind === 'gone') return { outcome: concluded };
  const left = applied === 'nothing' ? look : applied.after;
  const before = applied !== 'nothing' && 'before' in applied ? applied.before : undefined;
  const hasWritten = concluded.changes.length > 0;
  const held = heldBack(recollection.breaker, world.now().toISOString());
  const isDueLater = hold?.kind !== 'paused' && (recollection.undoing || !wasCalled(past));
  return {
    ...conclusionOf(past, world.policies, recollection, {
      found,
      left,
      outcome: concluded,
      writtenFrom: hasWritten ? before?.snapshot.takenAt : sentFrom,
      resumed,
    }),
    ...(preImage && hasWritten && { preImage }),
    ...(held && isDueLater && { hold: held }),
  };
};

/** Where there is nothing to write: what a process that is gone had written of it, or what it had found and is right by now. */
const nothingLeft = (first: Look, look: Look, { written, before }: Progress): Applied | 'nothing' => {
  if (before) return { kind: 'written', before, after: look, changes: written };
  const isRightByNow = first.evaluation.findings.length > look.evaluation.findings.length;
  return isRightByNow ? { kind: 'not-needed', after: look } : 'nothing';
};

/** A pause that began while we tried again and again, in a sentence. */
const pausedNow = async ({ ledger, now }: World, { pool }: Lease): Promise<string | undefined> => {
  const time = now().toISOString();
  const pause = pauseFor(await ledger.pauses(time), pool.arn, time);
  return pause && holdReason({ kind: 'paused', pause });
};

const whyHeld = (
  { habits, now }: World,
  { past, pauses, lease }: Looking,
  { evaluation, plan }: Look,
  { breaker, undoing }: Recollection,
): Hold | undefined =>
  holdOf(past, evaluation, {
    pauses,
    pool: lease.pool.arn,
    breaker,
    contested: contestedIn(past.history?.undoings, undoing),
    changes: plan.changes,
    settleSeconds: habits.settleSeconds,
    now: now().toISOString(),
  });

/** Also where the pool is right at this moment: who weakens it again before then is no news, and asks for no look. */
const heldBack = (breaker: PoolHistory['breaker'], now: string): Looked['hold'] =>
  breaker && breaker.nextWriteAt > now ? { kind: 'breaker', dueAt: breaker.nextWriteAt } : undefined;

/** A call that comes while we hold back finds a look that is due already; others have nothing behind them. */
const wasCalled = ({ causes }: Past): boolean => causes.some(({ kind }) => kind === 'call');
