import type { PoolRef } from '../../pool/pool-ref.ts';
import type { PoolSnapshot } from '../../pool/pool-snapshot.ts';
import type { Look } from '../../remediation/look.ts';
import type { World } from '../../world.ts';
import { ask } from '../ask.ts';
import type { AtTheDesk } from '../at-the-desk.ts';
import { askDeployment } from '../desk/ask-deployment.ts';
import { exitCode } from '../exit-code.ts';
import { listenForInterruption } from '../interruption.ts';
import { changesText } from '../report/changes-text.ts';
import { counted } from '../report/counted.ts';
import { doneText, exitCodeOfDone } from '../report/done-text.ts';
import { refusedText } from '../report/refused-text.ts';
import { endedInTheMiddle, perhapsWritten } from '../report/write-log-text.ts';
import { printError, printText } from '../terminal/print.ts';
import { carryOut, type Deed, type Done } from './carry-out.ts';

/** Something that a person wants written to a pool. */
export interface Proposal extends Omit<Deed, 'accepted'> {
  readonly pool: PoolRef;
  /** True where a person named the pool: then it is their mistake if there is none. */
  readonly isNamed: boolean;
  /** How the first look is judged, where it isn't as the later ones are. */
  readonly judgeFirst?: (snapshot: PoolSnapshot) => Look;
  /** What else has to be known before a yes. */
  readonly warnings?: (look: Look) => readonly string[];
  /** Writes without asking. */
  readonly yes: boolean;
}

/**
 * Shows a person what they ask for, asks, and has it carried out.
 * @returns the exit status, and whether anything was written
 */
export const propose = async (
  world: World,
  at: AtTheDesk,
  { pool, isNamed, judgeFirst, warnings = () => [], yes, ...deed }: Proposal,
): Promise<{ readonly code: number; readonly isWritten: boolean }> => {
  const notWritten = (code: number) => ({ code, isWritten: false });
  const read = await world.pools.read(pool);
  if (read.kind === 'gone') {
    printError(`There is no user pool ${pool.id}, or no longer: nothing can be written to it.`);
    return notWritten(isNamed ? exitCode.usage : exitCode.findings);
  }
  const look = (judgeFirst ?? deed.judge)(read.snapshot);
  if (look.plan.refusals.length > 0) {
    printError(refusedText(look));
    return notWritten(exitCode.findings);
  }
  if (look.plan.changes.length === 0) {
    printText(`Pool ${pool.id} is so already: nothing is to be written.`);
    return notWritten(exitCode.compliant);
  }
  printText(changesText(look));
  for (const warning of warnings(look)) printText(warning);
  const question = `Write ${counted(look.plan.changes.length, 'change')} to pool ${pool.id} in account ${pool.accountId}?`;
  if (!yes && !(await ask(question))) {
    printText('Nothing was written.');
    return notWritten(exitCode.findings);
  }
  const done = await uninterrupted(pool, () => carryOut(world, pool, { ...deed, accepted: look }));
  const code = exitCodeOfDone(done);
  (code === exitCode.compliant ? printText : printError)(doneText(done, pool));
  if (done.kind === 'done' && done.callsWait) await haveLookedAt(at, pool);
  return { code, isWritten: done.kind === 'done' && done.outcome.changes.length > 0 };
};

/** Between a write and the look after it nobody would hear how it ended. */
const uninterrupted = async (pool: PoolRef, act: () => Promise<Done>): Promise<Done> => {
  const interruption = listenForInterruption(() => [perhapsWritten(pool, endedInTheMiddle)]);
  return await act().finally(interruption.end);
};

/** Calls that came while we held the pool must not wait for the next sweep. */
const haveLookedAt = async (at: AtTheDesk, { id, arn }: PoolRef): Promise<void> => {
  if (at.isDeployed && (await askDeployment(at, { kind: 'look', pool: arn })) === 'asked') return;
  printError(
    `CloudTrail has told of calls to pool ${id} while this command held it, of its own perhaps: the next look at the pool names them. What was written stays.`,
  );
};
