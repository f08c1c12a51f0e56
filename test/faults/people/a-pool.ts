import { aRealisticPool } from '../../../src/cli/demo/a-realistic-pool.ts';
import type { JsonObject } from '../../../src/pool/json.ts';
import { withMember } from '../../../src/remediation/request-tree.ts';
import type { Chance } from '../world/chance.ts';
import { weakenings } from './edits.ts';

const realistic = JSON.parse(JSON.stringify(aRealisticPool)) as JsonObject;

/** The body of a CreateUserPool: a pool that is in order, or one of three that isn't. */
export const aPool = (name: string, chance: Chance): JsonObject => {
  const named = { ...realistic, PoolName: name };
  const tagged = withMember(
    named,
    'UserPoolTags.environment',
    chance.pick(['production', 'production', 'test']),
  );
  return chance.happens(0.35) ? chance.pick(weakenings)(tagged, chance) : tagged;
};
