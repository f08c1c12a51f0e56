import { after, moment } from '../../history/times.ts';
import { atTheDesk, type DeskOptions } from '../at-the-desk.ts';
import { CliError } from '../cli-error.ts';
import { announcePauses } from '../desk/announce-pauses.ts';
import { checkPaused, pausedBy } from '../desk/pause-of.ts';
import { exitCode } from '../exit-code.ts';
import { printError, printText } from '../terminal/print.ts';

export interface PauseOptions extends DeskOptions {
  /** True for every pool of the account. */
  readonly account: boolean;
  /** Milliseconds. */
  readonly for: number;
  readonly reason: string;
}

/** People read it in every notice while it lasts. */
const longestReason = 200;

/** Stops all writing to a pool, or to all of them, for a time. Looks and notices go on. */
export const pause = async (id: string | undefined, options: PauseOptions): Promise<number> => {
  checkPaused(id, options.account);
  const reason = options.reason.trim();
  if (reason === '' || reason.length > longestReason)
    throw new CliError(`--reason is 1 to ${longestReason} characters long: people read it.`, exitCode.usage);
  const at = await atTheDesk(options);
  const { account, desk, signed } = at;
  const paused = pausedBy(id, account);
  const request = signed();
  const until = after(request.at, options.for);
  // Whoever may pause needn't be allowed to read what is remembered of a pool.
  const isKnown = paused.pool && (await desk.pool(paused.pool).then(Boolean, () => true));
  if (isKnown === false) printError(`warning: Nothing is remembered of ${paused.name} yet. Is the id right?`);
  await desk.pause({ ...request, ...(paused.pool && { pool: paused.pool.arn }), until, reason });
  printText(
    [
      `Lifeguard writes nothing to ${paused.name} until ${moment(until)}.`,
      'It goes on looking, and tells what it finds. What you write yourself, with undo or set, is written.',
      `To end the pause before: lifeguard resume ${paused.argument}`,
    ].join('\n'),
  );
  await announcePauses(at);
  return exitCode.compliant;
};
