import { answered, invalidParameter } from '../answer.ts';
import { isRefused, namedPool, type Operation, refusalByCondition } from './operation.ts';

/** DeleteUserPool: refused while deletion protection is ACTIVE (SDK documentation of DeletionProtection). */
export const deleteUserPool: Operation = (world, call, input) => {
  const pool = namedPool(world, call, input);
  if (isRefused(pool)) return pool;
  const stopped = refusalByCondition(pool);
  if (stopped) return stopped;
  if (pool.settings.DeletionProtection === 'ACTIVE') {
    return invalidParameter(
      'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
    );
  }
  world.pools.delete(pool.region, pool.id);
  return answered();
};
