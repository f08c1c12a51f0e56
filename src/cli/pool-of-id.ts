import { isPoolId, type PoolRef, poolRef, regionOfPoolId } from '../pool/pool-ref.ts';
import type { AwsAccount } from './aws-account.ts';
import { refuseMistakes } from './refuse-mistakes.ts';
import { inert } from './report/inert.ts';

/** The mistake of ids that aren't those of user pools, every one named; undefined where there is none. */
export const badPoolIds = (ids: readonly string[]): string | undefined => {
  const bad = ids.filter((id) => !isPoolId(id));
  return bad.length === 0
    ? undefined
    : `Not a user pool id: ${inert(bad.join(', '))}. One looks like eu-west-1_AbCdEf123.`;
};

/**
 * Checks ids before anything is asked of AWS.
 * @throws CliError that names every one that isn't a user pool's
 */
export const checkPoolIds = (ids: readonly string[]): void => refuseMistakes([badPoolIds(ids)]);

/** The pool of an id in an account. The id says in which Region. */
export const poolOfId = ({ accountId }: Pick<AwsAccount, 'accountId'>, id: string): PoolRef =>
  poolRef(accountId, regionOfPoolId(id), id);
