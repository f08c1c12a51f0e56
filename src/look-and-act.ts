import type { Cause } from './change/cause.ts';
import { LeaseLostError } from './ledger/errors.ts';
import type { Lease } from './ledger/ledger.ts';
import { beginLook, goneReason, judgeFor, lookAt } from './look.ts';
import type { Progress } from './remediation/applied.ts';
import { apply } from './remediation/apply.ts';
import { concludeApplied, concludeLook, concludeOpen } from './remediation/conclude.ts';
import type { Look } from './remediation/look.ts';
import { outcomeWithoutLook, withFindings } from './remediation/make-outcome.ts';
import { isInPlace, type OpenOutcome, openOutcome, progressOf } from './remediation/open-outcome.ts';
import type { Outcome } from './remediation/outcome.ts';
import type { World } from './world.ts';

/**
 * Looks at a pool under a claim and puts right what differs: remembered, written, looked at again.
 * @param open what a process that is gone left unfinished; where part of it stands, its outcome is carried on
 * @throws PoolUnreachableError or LeaseLostError
 */
export const lookAndAct = async (
  world: World,
  lease: Lease,
  causes: readonly Cause[],
  open?: OpenOutcome,
): Promise<Outcome> => {
  const begun = beginLook(world, lease.pool, causes);
  const look = await lookAt(world, lease.pool);
  const progress = open && look ? progressOf(open, look) : { written: [] };
  const resumed = open && progress.written.length > 0 ? open : undefined;
  const frame = () => ({ ...begun(), ...(resumed && { id: resumed.id }) });
  if (!look) return outcomeWithoutLook(frame(), 'gone', goneReason);
  if (look.plan.calls.length === 0) return concludeLook(frame(), look);
  const first = resumed ? withFindings(look, resumed.findings) : look;
  const { findings } = first.evaluation;
  const remember = async (ready: Look, sofar: Progress): Promise<void> => {
    const memory = openOutcome(frame(), findings, ready, sofar);
    if (!(await world.ledger.remember(lease, memory, world.now().toISOString())))
      throw new LeaseLostError(lease);
  };
  const tools = { ...world, judge: judgeFor.bind(undefined, world), remember };
  return concludeApplied(frame(), first, await apply(tools, look, frame().id, progress));
};

/** Tells the outcome that a crash left open, where all its writes had taken effect; undefined where they had not. */
export const finishOpen = async (
  world: World,
  { pool }: Lease,
  open: OpenOutcome,
): Promise<Outcome | undefined> => {
  const look = await lookAt(world, pool);
  if (!look || !isInPlace(open.changes, look.snapshot)) return undefined;
  const outcome = concludeOpen(beginLook(world, pool, open.causes, open.id)(), open, look);
  await world.tell(outcome);
  return outcome;
};
