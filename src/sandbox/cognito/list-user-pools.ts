import { answered, invalidParameter } from '../answer.ts';
import { defined, numberAt, stringAt } from '../json.ts';
import type { Operation } from './operation.ts';
import { epochSeconds } from './show-pool.ts';

/** ListUserPools: one page of the Region's pools, oldest first; the token names the last pool of the page before. */
export const listUserPools: Operation = (world, call, input) => {
  const pools = world.pools.list(call.region);
  const token = stringAt(input, 'NextToken');
  const start = token === undefined ? 0 : pools.findIndex((pool) => pool.id === token) + 1;
  if (token !== undefined && start === 0) return invalidParameter('Invalid NextToken');
  const page = pools.slice(start, start + (numberAt(input, 'MaxResults') ?? 60));
  const more = start + page.length < pools.length;
  return answered(
    defined({
      UserPools: page.map((pool) =>
        defined({
          Id: pool.id,
          Name: pool.settings.PoolName,
          LambdaConfig: pool.settings.LambdaConfig,
          LastModifiedDate: epochSeconds(pool.modifiedAt),
          CreationDate: epochSeconds(pool.createdAt),
        }),
      ),
      NextToken: more ? page.at(-1)?.id : undefined,
    }),
  );
};
