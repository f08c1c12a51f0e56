import type { Logger } from '@aws-lambda-powertools/logger';
import type { Cause } from '../change/cause.ts';
import type { Ignored, PoolChange } from '../change/pool-change.ts';
import { enforce } from '../enforce.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import type { World } from '../world.ts';
import { logKeys } from './log-keys.ts';

/**
 * One look for each pool that a batch of events names, with all the events that name it.
 * @returns looks at a pool of the batch, once; whoever asks again gets the same look. It rejects where the look
 *   couldn't be finished, and then every event of that pool must be brought again
 */
export const looksByPool = (
  world: World,
  logger: Logger,
  changes: readonly (PoolChange | Ignored)[],
): ((pool: PoolRef) => Promise<void>) => {
  const causesByPool = new Map<string, Cause[]>();
  for (const change of changes) {
    if (change.kind !== 'pool-change') continue;
    const { pool, cause } = change;
    causesByPool.set(pool.arn, [...(causesByPool.get(pool.arn) ?? []), cause]);
  }
  const looks = new Map<string, Promise<void>>();
  return (pool) => {
    const look = looks.get(pool.arn) ?? lookAndLog(world, logger, pool, causesByPool.get(pool.arn) ?? []);
    looks.set(pool.arn, look);
    return look;
  };
};

const lookAndLog = async (
  world: World,
  logger: Logger,
  pool: PoolRef,
  causes: readonly Cause[],
): Promise<void> => {
  try {
    const outcome = await enforce(world, pool, causes);
    const { id, kind, reason } = outcome;
    logger.info(kind, { ...logKeys({ pool: pool.arn, causes: outcome.causes, outcome: id, reason }) });
  } catch (error) {
    logger.error('unfinished', { ...logKeys({ pool: pool.arn, causes, reason: String(error) }) });
    throw error;
  }
};
