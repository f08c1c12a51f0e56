import { answered, type Refused, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { type JsonObject, objectAt, stringAt, stringsAt } from '../json.ts';
import { brokenTagRule } from './couplings/tag-rules.ts';
import { type CognitoWorld, isRefused, type Operation } from './operation.ts';
import type { StoredPool } from './user-pools.ts';

/** TagResource: adds tags, replaces values. */
export const tagResource: Operation = (world, call, input) => {
  const pool = taggedPool(world, call, input);
  if (isRefused(pool)) return pool;
  const tags = { ...objectAt(pool.settings, 'UserPoolTags'), ...objectAt(input, 'Tags') };
  const broken = brokenTagRule(tags);
  if (broken) return broken;
  world.pools.put({ ...pool, settings: { ...pool.settings, UserPoolTags: tags } });
  return answered();
};

/** UntagResource: removes tags by key. */
export const untagResource: Operation = (world, call, input) => {
  const pool = taggedPool(world, call, input);
  if (isRefused(pool)) return pool;
  const removed = stringsAt(input, 'TagKeys');
  const kept = Object.entries(objectAt(pool.settings, 'UserPoolTags')).filter(
    ([key]) => !removed.includes(key),
  );
  world.pools.put({ ...pool, settings: { ...pool.settings, UserPoolTags: Object.fromEntries(kept) } });
  return answered();
};

/** ListTagsForResource: the pool's tags. */
export const listTagsForResource: Operation = (world, call, input) => {
  const pool = taggedPool(world, call, input);
  return isRefused(pool) ? pool : answered({ Tags: objectAt(pool.settings, 'UserPoolTags') });
};

function taggedPool(world: CognitoWorld, call: Call, input: JsonObject): StoredPool | Refused {
  const arn = stringAt(input, 'ResourceArn') ?? '';
  const pool = world.pools.get(call.region, arn.split('/').at(-1) ?? '');
  return pool?.arn === arn ? pool : refused('ResourceNotFoundException', `Resource ${arn} does not exist.`);
}
