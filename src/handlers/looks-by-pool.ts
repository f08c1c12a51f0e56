import type { Logger } from '@aws-lambda-powertools/logger';
import type { Cause } from '../change/cause.ts';
import type { Ignored, PoolChange } from '../change/pool-change.ts';
import type { RegionChange } from '../change/region-change.ts';
import { enforce } from '../enforce.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import type { World } from '../world.ts';
import { logKeys } from './log-keys.ts';

/** Looks at a pool of the batch, once; rejects where the look couldn't be finished. */
export type LookAtPool = (pool: PoolRef) => Promise<void>;

/**
 * One look for each pool that a batch of events concerns, with all the events that concern it.
 * @returns whoever asks again for a pool gets the same look. Where it rejects, every event that concerns the pool
 *   must be brought again
 */
export const looksByPool = (
  world: World,
  logger: Logger,
  changes: readonly (PoolChange | RegionChange | Ignored)[],
): LookAtPool => {
  const causesOf = (pool: PoolRef): readonly Cause[] => [
    ...changes.flatMap((change) =>
      change.kind === 'pool-change' && change.pool.arn === pool.arn ? [change.cause] : [],
    ),
    ...changes.flatMap((change) =>
      change.kind === 'region-change' && change.region === pool.region ? [change.cause] : [],
    ),
  ];
  const looks = new Map<string, Promise<void>>();
  return (pool) => {
    const look = looks.get(pool.arn) ?? lookAndLog(world, logger, pool, causesOf(pool));
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
