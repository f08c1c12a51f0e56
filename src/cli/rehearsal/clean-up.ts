import { randomUUID } from 'node:crypto';
import { nameOf, type PoolSnapshot } from '../../pool/pool-snapshot.ts';
import type { Pools } from '../../pool/pools.ts';
import { ask } from '../ask.ts';
import type { AwsAccount } from '../aws-account.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { inert } from '../report/inert.ts';
import { howToDelete } from '../report/rehearsal-text.ts';
import { printError, printText } from '../terminal/print.ts';
import { deleteThrowaway, leftovers } from './throwaway-pool.ts';

/**
 * Offers to delete what earlier rehearsals left. `--yes` alone doesn't: whoever can rename and tag a pool could have it
 * deleted by the next rehearsal of a pipeline.
 * @returns 0 where nothing is left
 * @throws CliError where the pools can't be listed
 */
export const cleanUp = async (
  pools: Pools,
  account: AwsAccount,
  { cleanUp: isAsked, yes }: { readonly cleanUp: boolean; readonly yes: boolean },
): Promise<number> => {
  const left = await leftovers(pools, account).catch((error: unknown) => {
    throw new CliError(
      `Can't list the user pools of ${account.region} (cognito-idp:ListUserPools): ${inert(String(error))}`,
      exitCode.aws,
    );
  });
  if (left.length === 0) {
    if (isAsked) printText('No pool of an earlier rehearsal is left.');
    return exitCode.compliant;
  }
  for (const snapshot of left) printText(`Left by an earlier rehearsal: ${shown(snapshot)}.`);
  const question = `Delete ${left.length === 1 ? 'it' : 'them'}?`;
  const isMeant = isAsked && yes ? true : process.stdin.isTTY === true && (await ask(question));
  if (!isMeant) {
    for (const { pool } of left) printError(howToDelete(pool));
    return exitCode.findings;
  }
  let code: number = exitCode.compliant;
  for (const { pool } of left) {
    const why = await deleteThrowaway(pools, pool, randomUUID());
    if (why === undefined) printText(`Deleted: pool ${pool.id}.`);
    else {
      printError(`The pool ${pool.id} could not be deleted: ${inert(why)}\n${howToDelete(pool)}`);
      code = exitCode.partly;
    }
  }
  return code;
};

const shown = (snapshot: PoolSnapshot): string => `${inert(nameOf(snapshot) ?? '')}, ${snapshot.pool.id}`;
