import { pauseFor } from '../../history/pool-request.ts';
import { moment } from '../../history/times.ts';
import { cognitoPools } from '../../pool/cognito-pools.ts';
import { atTheDesk, type DeskOptions } from '../at-the-desk.ts';
import { announcePauses } from '../desk/announce-pauses.ts';
import { warnOfDamaged } from '../desk/damaged-pauses.ts';
import { checkKnown } from '../desk/known-pool.ts';
import { isPauseOf, mistakesInPaused, pausedBy } from '../desk/pause-of.ts';
import { exitCode } from '../exit-code.ts';
import { refuseMistakes } from '../refuse-mistakes.ts';
import { inert } from '../report/inert.ts';
import { printText } from '../terminal/print.ts';
import { resumeAfterUndo } from './resume-after-undo.ts';
import { resumeDamaged } from './resume-damaged.ts';

export interface ResumeOptions extends DeskOptions {
  readonly account: boolean;
  /** Of rules that rest on a pool after an undo, in place of a pause. */
  readonly afterUndo: boolean;
  /** Of what stands among the pauses and is none, in place of a pause. */
  readonly damaged: boolean;
}

/** Takes the pauses of a pool, or those of the whole account, away before their end. */
export const resume = async (id: string | undefined, options: ResumeOptions): Promise<number> => {
  if (options.damaged) {
    refuseMistakes([mistakeBesideDamaged(id, options)]);
    return resumeDamaged(options);
  }
  refuseMistakes(mistakesInPaused(id, options.account));
  if (options.afterUndo) return resumeAfterUndo(id, options);
  const at = await atTheDesk(options);
  const { account, desk } = at;
  const paused = pausedBy(id, account);
  await warnOfDamaged(desk);
  const pauses = await desk.pauses();
  const own = pauses.filter((pause) => isPauseOf(paused, pause));
  if (own.length === 0 && paused.pool)
    await checkKnown(
      at,
      cognitoPools(() => new Date()),
      paused.pool,
    );
  for (const pause of own) await desk.resume(pause);
  const others = pauses.filter((pause) => !own.includes(pause));
  const left = paused.pool && pauseFor(others, paused.pool.arn, new Date().toISOString());
  if (left)
    printText(
      `Writing to all pools stays paused until ${inert(`${moment(left.until)}: ${left.reason}`)}\nlifeguard resume --account ends that.`,
    );
  if (own.length === 0) {
    printText(`No pause of its own holds for ${paused.name}: nothing was changed.`);
    return exitCode.compliant;
  }
  if (!left)
    printText(
      `Lifeguard writes to ${paused.name} again, from the next look on.${at.isDeployed ? '' : ` To have it put right now, and be asked first: lifeguard apply${paused.pool ? ` --pool ${paused.pool.id}` : ''}`}`,
    );
  await announcePauses(at);
  return exitCode.compliant;
};

const mistakeBesideDamaged = (
  id: string | undefined,
  { account, afterUndo }: Pick<ResumeOptions, 'account' | 'afterUndo'>,
): string | undefined =>
  id === undefined && !account && !afterUndo
    ? undefined
    : '--damaged stands alone: what is no pause is for no pool.';
