import { type Answer, type Refused, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { type JsonObject, stringAt } from '../json.ts';
import type { FutureMembers } from './future-members.ts';
import type { Semantics } from './semantics.ts';
import type { StoredPool, UserPools } from './user-pools.ts';

/** What Cognito's operations work on. */
export interface CognitoWorld {
  readonly accountId: string;
  readonly pools: UserPools;
  readonly futureMembers: FutureMembers;
  readonly semantics: Semantics;
  readonly newId: () => string;
}

/** One operation: the checked input goes in, AWS's answer comes out, the world changes if it is a write. */
export type Operation = (world: CognitoWorld, call: Call, input: JsonObject) => Answer;

/** The pool that a request names, or AWS's refusal. */
export function namedPool(world: CognitoWorld, call: Call, input: JsonObject): StoredPool | Refused {
  const id = stringAt(input, 'UserPoolId') ?? '';
  return (
    world.pools.get(call.region, id) ??
    refused('ResourceNotFoundException', `User pool ${id} does not exist.`)
  );
}

/** AWS's refusal of a write to a pool that can't be written now, or undefined. */
export function refusalByCondition(pool: StoredPool): Refused | undefined {
  if (pool.conditions.secondaryReplica) {
    return refused(
      'OperationNotEnabledException',
      'This operation is not enabled for a replica in a secondary Region.',
    );
  }
  if (pool.conditions.importInProgress) {
    return refused('UserImportInProgressException', 'A user import job is in progress for this user pool.');
  }
  return undefined;
}

/** Tells a pool from a refusal. */
export function isRefused(found: StoredPool | Refused): found is Refused {
  return 'kind' in found;
}
