import { region } from '../world/cognito-in-time.ts';
import type { Stage } from '../world/stage.ts';

const troubles = ['ledger', 'topic', 'queue', 'readFails', 'readFails', 'throttle', 'conflict'] as const;

/**
 * Something doesn't work for a while: the topic, or looking at one pool, for up to an hour and a half, longer than a
 * queue tries; all else for minutes.
 */
export const breakSomething = async ({ chance, cognito, weather }: Stage): Promise<void> => {
  const trouble = chance.pick(troubles);
  const isLong = trouble === 'topic' || trouble === 'readFails';
  const pool = trouble === 'readFails' ? chance.pick(cognito.pools.list(region)).id : undefined;
  weather.outage(trouble, isLong ? chance.between(10, 90) : chance.between(1, 12), pool);
};
