import { isPoolId, type PoolRef, poolRef, regionOfPoolId } from '../pool/pool-ref.ts';
import type { AwsAccount } from './aws-account.ts';
import { CliError } from './cli-error.ts';
import { exitCode } from './exit-code.ts';
import { inert } from './report/inert.ts';

/**
 * Checks ids before anything is asked of AWS.
 * @throws CliError that names every one that isn't a user pool's
 */
export const checkPoolIds = (ids: readonly string[]): void => {
  const bad = ids.filter((id) => !isPoolId(id));
  if (bad.length > 0)
    throw new CliError(
      `Not a user pool id: ${inert(bad.join(', '))}. One looks like eu-west-1_AbCdEf123.`,
      exitCode.usage,
    );
};

/** The pool of an id in an account. The id says in which Region. */
export const poolOfId = ({ accountId }: Pick<AwsAccount, 'accountId'>, id: string): PoolRef =>
  poolRef(accountId, regionOfPoolId(id), id);
