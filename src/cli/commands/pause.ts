import { longestPause, longestReason, type Pause } from '../../history/pool-request.ts';
import { after, moment } from '../../history/times.ts';
import type { Desk } from '../../ledger/desk.ts';
import { cognitoPools } from '../../pool/cognito-pools.ts';
import { atTheDesk, type DeskOptions } from '../at-the-desk.ts';
import { announcePauses } from '../desk/announce-pauses.ts';
import { mendedText } from '../desk/damaged-pauses.ts';
import { checkKnown } from '../desk/known-pool.ts';
import { mistakesInPaused, pausedBy } from '../desk/pause-of.ts';
import { exitCode } from '../exit-code.ts';
import { lengthOfTime } from '../length-of-time.ts';
import { refuseMistakes } from '../refuse-mistakes.ts';
import { inert } from '../report/inert.ts';
import { printError, printText } from '../terminal/print.ts';

export interface PauseOptions extends DeskOptions {
  /** True for every pool of the account. */
  readonly account: boolean;
  /** How long, as a person writes it: `4h`. */
  readonly for?: string;
  readonly reason?: string;
}

/** Stops all writing to a pool, or to all of them, for a time. Looks and notices go on. */
export const pause = async (id: string | undefined, options: PauseOptions): Promise<number> => {
  const { reason, milliseconds } = readPause(id, options);
  const at = await atTheDesk(options);
  const { account, desk, signed } = at;
  const paused = pausedBy(id, account);
  const request = signed();
  const until = after(request.at, milliseconds);
  if (paused.pool) await checkKnown(at, cognitoPools(now), paused.pool);
  const asked = { ...request, ...(paused.pool && { pool: paused.pool.arn }), until, reason };
  const mended = await pauseOrMend(desk, asked);
  printText(
    [
      `Lifeguard writes nothing to ${paused.name} until ${moment(until)}.`,
      'It goes on looking, and tells what it finds. What you write yourself, with undo or set, is written.',
      `To end the pause before: lifeguard resume ${paused.argument}`,
    ].join('\n'),
  );
  if (mended > 0)
    printError(
      `warning: ${mendedText(mended)}: it stood in the way. Find out who wrote it: docs/operations.md, Pauses.`,
    );
  await announcePauses(at, mended);
  return exitCode.compliant;
};

/**
 * Stores a pause. Where something else stands in place of the pauses, or fills their room, it takes that away first:
 * nobody can keep people from stopping Lifeguard so.
 * @returns how many entries that were no pauses it took away
 */
const pauseOrMend = async (desk: Desk, asked: Pause): Promise<number> => {
  try {
    await desk.pause(asked);
    return 0;
  } catch (error) {
    const mended = await desk.mendPauses().catch(() => 0);
    if (mended === 0) throw error;
    await desk.pause(asked);
    return mended;
  }
};

const now = () => new Date();

/** @throws CliError that lists every mistake */
const readPause = (id: string | undefined, { account, for: length, reason: said }: PauseOptions) => {
  const milliseconds = lengthOfTime(length ?? '') ?? 0;
  const reason = said?.trim() ?? '';
  const isLength = milliseconds > 0 && milliseconds <= longestPause;
  const isReason = reason !== '' && reason.length <= longestReason;
  refuseMistakes([
    ...mistakesInPaused(id, account),
    isLength ? undefined : lengthMistake(length),
    isReason ? undefined : `--reason says why, in 1 to ${longestReason} characters: people read it.`,
  ]);
  return { reason, milliseconds };
};

const lengthMistake = (length: string | undefined): string =>
  `--for says how long: a whole number of minutes, hours or days, such as 30m, 4h or 1d, and a day at most${length === undefined ? '' : `, not "${inert(length)}"`}.`;
