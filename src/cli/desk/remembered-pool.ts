import { takeInRequests } from '../../history/take-in-requests.ts';
import type { Remembered } from '../../ledger/ledger.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { AtTheDesk } from '../at-the-desk.ts';
import { unknownPool } from './ask-of-pool.ts';

/**
 * What is remembered of a pool, with what people asked since taken in.
 * @throws CliError where nothing is
 */
export const rememberedPool = async (
  { desk }: Pick<AtTheDesk, 'desk'>,
  pool: PoolRef,
): Promise<Remembered> => {
  const remembered = await desk.pool(pool);
  if (!remembered) throw unknownPool(pool);
  const history = takeInRequests(remembered.history, remembered.requests);
  return { ...remembered, ...(history && { history }) };
};
