import type { Pause } from '../../history/pool-request.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { AwsAccount } from '../aws-account.ts';
import { badPoolIds, poolOfId } from '../pool-of-id.ts';

/** What writing is paused to: one pool, or all pools of an account where there is none. */
export interface Paused {
  readonly pool?: PoolRef;
  /** For people: `eu-west-1_AbCdEf123`, `any pool of account 111122223333`. */
  readonly name: string;
  /** As a command has it. */
  readonly argument: string;
}

/** What is wrong with a command line that is to name one thing: it is both or neither, or not a pool's id. */
export const mistakesInPaused = (
  id: string | undefined,
  isAccount: boolean,
): readonly (string | undefined)[] => [
  (id === undefined) === isAccount
    ? undefined
    : 'Name one pool by its id, or give --account for all of them.',
  id === undefined ? undefined : badPoolIds([id]),
];

/** What a checked command line names. */
export const pausedBy = (id: string | undefined, account: AwsAccount): Paused =>
  id === undefined
    ? { name: `any pool of account ${account.accountId}`, argument: '--account' }
    : { pool: poolOfId(account, id), name: `pool ${id}`, argument: id };

/** True where a pause is for exactly this: one for the account isn't one for a pool. */
export const isPauseOf = ({ pool }: Paused, pause: Pause): boolean => pause.pool === pool?.arn;
