import type { PoolRef } from '../../pool/pool-ref.ts';
import type { Pools } from '../../pool/pools.ts';
import type { AtTheDesk } from '../at-the-desk.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { reasonOf } from '../live/reason-of.ts';
import { inert } from '../report/inert.ts';
import { printError } from '../terminal/print.ts';

/**
 * Sees that a pool is one that the ledger or AWS knows: a deleted one that is remembered counts. Whoever may pause
 * needn't be allowed to read either; then it is taken for known, with a warning.
 * @throws CliError where neither knows it
 */
export const checkKnown = async (
  { desk }: Pick<AtTheDesk, 'desk'>,
  pools: Pick<Pools, 'read'>,
  pool: PoolRef,
): Promise<void> => {
  const remembered = await orError(desk.pool(pool));
  if ('value' in remembered && remembered.value) return;
  const read = await orError(pools.read(pool));
  if ('value' in read && read.value.kind === 'snapshot') return;
  const error = 'error' in read ? read.error : 'error' in remembered ? remembered.error : undefined;
  if (error === undefined)
    throw new CliError(
      `There is no user pool ${pool.id} in ${pool.accountId}, and nothing is remembered of one: check the id and the account.`,
      exitCode.usage,
    );
  printError(
    `warning: Whether there is a user pool ${pool.id} is not known here, so see that the id is right. ${inert(reasonOf(error))}`,
  );
};

const orError = <Value>(
  asked: Promise<Value>,
): Promise<{ readonly value: Value } | { readonly error: unknown }> =>
  asked.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
