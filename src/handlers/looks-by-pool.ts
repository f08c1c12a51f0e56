import type { Logger } from '@aws-lambda-powertools/logger';
import type { Cause } from '../change/cause.ts';
import type { LookRequest } from '../change/look-request.ts';
import type { Ignored, PoolChange } from '../change/pool-change.ts';
import type { RegionChange } from '../change/region-change.ts';
import { enforce } from '../enforce.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import type { World } from '../world.ts';
import { logKeys } from './log-keys.ts';
import { tellUnlooked } from './tell-unlooked.ts';

/** A message of the batch, as it was read. */
export interface Brought {
  readonly change: PoolChange | RegionChange | LookRequest | Ignored;
  /** True where the queue doesn't bring the message again, whatever comes of it. */
  readonly isLast: boolean;
}

/** Looks at a pool of the batch, once; rejects where the look couldn't be finished. */
export type LookAtPool = (pool: PoolRef) => Promise<void>;

/**
 * One look for each pool that a batch of events concerns, with all the events that concern it.
 * @returns whoever asks again for a pool gets the same look. Where it rejects, every event that concerns the pool
 *   must be brought again; of those that won't be, people have been told
 */
export const looksByPool = (world: World, logger: Logger, batch: readonly Brought[]): LookAtPool => {
  const looks = new Map<string, Promise<void>>();
  return (pool) => {
    const isDue = batch.some(({ change }) => change.kind === 'look-request' && change.pool.arn === pool.arn);
    const look = looks.get(pool.arn) ?? lookAndLog(world, logger, pool, concerning(pool, batch), isDue);
    looks.set(pool.arn, look);
    return look;
  };
};

/** Why one pool is looked at, and whether that will be brought again. */
interface Trigger {
  readonly cause: Cause;
  readonly isLast: boolean;
}

/** Calls that name the pool stand before those that may have been to any pool of its Region. */
const concerning = (pool: PoolRef, batch: readonly Brought[]): readonly Trigger[] => [
  ...batch.flatMap(({ change, isLast }) =>
    change.kind === 'pool-change' && change.pool.arn === pool.arn ? [{ cause: change.cause, isLast }] : [],
  ),
  ...batch.flatMap(({ change, isLast }) =>
    change.kind === 'look-request' && change.pool.arn === pool.arn && change.cause
      ? [{ cause: change.cause, isLast }]
      : [],
  ),
  ...batch.flatMap(({ change, isLast }) =>
    change.kind === 'region-change' && change.region === pool.region ? [{ cause: change.cause, isLast }] : [],
  ),
];

const lookAndLog = async (
  world: World,
  logger: Logger,
  pool: PoolRef,
  triggers: readonly Trigger[],
  isDue: boolean,
): Promise<void> => {
  const causes = triggers.map(({ cause }) => cause);
  const log = (level: 'info' | 'error', line: string, facts: Omit<Parameters<typeof logKeys>[0], 'pool'>) =>
    logger[level](line, { ...logKeys({ pool: pool.arn, ...facts }) });
  try {
    const { id, kind, reason, causes: told } = await enforce(world, pool, causes, isDue);
    log('info', kind, { causes: told, outcome: id, reason });
  } catch (error) {
    log('error', 'unfinished', { causes, reason: String(error) });
    const lost = triggers.filter(({ isLast }) => isLast).map(({ cause }) => cause);
    if (lost.length > 0) {
      const { id, kind, reason } = await tellUnlooked(world, pool, lost, error);
      log('error', kind, { causes: lost, outcome: id, reason });
    }
    throw error;
  }
};
