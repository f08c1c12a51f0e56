import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { poolId } from './a-cli-world.ts';

/** Has so many pools like the one that is there. */
export const multiply = ({ pools }: Sandbox, count: number): void => {
  const pool = pools.get('eu-west-1', poolId);
  if (!pool) throw new Error('There is no pool to multiply.');
  for (let index = 1; index < count; index += 1) {
    const id = `eu-west-1_Copy${index}`;
    pools.put({ ...pool, id, arn: pool.arn.replace(poolId, id) });
  }
};
