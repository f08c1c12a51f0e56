import { type AtTheDesk, atTheDesk, type DeskOptions } from '../at-the-desk.ts';
import { CliError } from '../cli-error.ts';
import { askDeployment } from '../desk/ask-deployment.ts';
import { endRest } from '../desk/end-rest.ts';
import { poolMemory } from '../desk/pool-memory.ts';
import { rememberedPool } from '../desk/remembered-pool.ts';
import { exitCode } from '../exit-code.ts';
import { poolOfId } from '../pool-of-id.ts';
import { inert } from '../report/inert.ts';
import { printText } from '../terminal/print.ts';

/** Ends the rest of the rules that rest on a pool after an undo, before its time. */
export const resumeAfterUndo = async (id: string | undefined, options: DeskOptions): Promise<number> => {
  if (id === undefined)
    throw new CliError('--after-undo goes with one pool: name it by its id.', exitCode.usage);
  const at = await atTheDesk(options);
  const pool = poolOfId(at.account, id);
  const now = new Date().toISOString();
  const { resting } = poolMemory(pool, await rememberedPool(at, pool), now);
  if (resting.length === 0) {
    printText(`No rule rests on pool ${id}: nothing was changed.`);
    return exitCode.compliant;
  }
  await endRest(at, pool, resting);
  printText(
    `The rest is over: ${inert(resting.map(({ rule }) => rule).join(', '))} ${resting.length === 1 ? 'holds' : 'hold'} for pool ${id} again. ${await whenPutRight(at, pool.arn, id)}`,
  );
  return exitCode.compliant;
};

const whenPutRight = async (at: AtTheDesk, pool: string, id: string): Promise<string> => {
  const isAsked = at.isDeployed && (await askDeployment(at, { kind: 'look', pool })) === 'asked';
  return isAsked
    ? 'What differs is put right in a moment.'
    : `What differs is put right at the next look. To have it now, and be asked first: lifeguard apply --pool ${id}`;
};
