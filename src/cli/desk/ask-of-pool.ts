import type { PoolRequest } from '../../history/pool-request.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { AtTheDesk } from '../at-the-desk.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';

/** The error where nobody has looked at a pool by this ledger. */
export const unknownPool = ({ id }: PoolRef): CliError =>
  new CliError(
    `Nothing is remembered of pool ${id} in this ledger: check the id, the Region, --stage and --ledger.`,
    exitCode.usage,
  );

/**
 * Leaves a request for the next look at a pool.
 * @throws CliError where nothing is remembered of the pool
 */
export const askOfPool = async (
  { desk }: Pick<AtTheDesk, 'desk'>,
  pool: PoolRef,
  request: PoolRequest,
): Promise<void> => {
  if (!(await desk.ask(pool, request))) throw unknownPool(pool);
};
