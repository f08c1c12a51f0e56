import { answered } from '../answer.ts';
import { isRefused, namedPool, type Operation } from './operation.ts';
import { showPool } from './show-pool.ts';

/** DescribeUserPool: the pool as it is now. */
export const describeUserPool: Operation = (world, call, input) => {
  const pool = namedPool(world, call, input);
  return isRefused(pool) ? pool : answered({ UserPool: showPool(pool) });
};
