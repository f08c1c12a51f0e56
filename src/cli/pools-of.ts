import { type PoolRef, poolRef } from '../pool/pool-ref.ts';
import type { Pools } from '../pool/pools.ts';
import type { AwsAccount } from './aws-account.ts';
import { CliError } from './cli-error.ts';
import { exitCode } from './exit-code.ts';
import { reasonOf } from './live/reason-of.ts';
import { poolOfId } from './pool-of-id.ts';
import { inert } from './report/inert.ts';
import { printError } from './terminal/print.ts';

/**
 * The pools that a command is about. Says on standard error where the Region has none.
 * @param ids none means every pool of the Region
 * @throws CliError where the pools can't be listed
 */
export async function* poolsOf(
  pools: Pools,
  { accountId, region }: Pick<AwsAccount, 'accountId' | 'region'>,
  ids: readonly string[],
): AsyncIterable<PoolRef> {
  for (const id of ids) yield poolOfId({ accountId }, id);
  if (ids.length > 0) return;
  let isEmpty = true;
  try {
    for await (const id of pools.list(region)) {
      isEmpty = false;
      yield poolRef(accountId, region, id);
    }
  } catch (error) {
    throw new CliError(`Can't list the user pools of ${region}: ${inert(reasonOf(error))}`, exitCode.aws);
  }
  if (isEmpty)
    printError(`No user pools in ${inert(region)} of account ${accountId}. --region names another.`);
}
