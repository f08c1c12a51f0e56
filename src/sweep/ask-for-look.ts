import type { PoolRef } from '../pool/pool-ref.ts';
import type { Sweeper, Swept } from './sweeper.ts';

/** Has one pool looked at, at once, if it is one that sweeps look at. */
export const askForLook = async (
  { accountId, regions, askForLooks }: Sweeper,
  pool: PoolRef,
): Promise<Swept> => {
  if (pool.accountId !== accountId || !regions.includes(pool.region))
    return { kind: 'ignored', reason: 'The look is asked for at a pool that sweeps do not look at.' };
  await askForLooks([{ pool, seconds: 0 }]);
  return { kind: 'done', reason: 'A look was asked for.' };
};
