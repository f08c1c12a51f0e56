import type { Scope } from '../../policy/policy.ts';
import { hasTags, matchesGlob } from '../../policy/scope.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';

/** What a recorded call tells of the pool that it was about; what it doesn't is absent. */
export interface ToldPool {
  readonly accountId: string;
  readonly region: string;
  readonly pool?: PoolRef;
  readonly name?: string;
  readonly tags?: { readonly [key: string]: string };
}

/** Whether a policy's scope takes in the pool of a recorded call; undefined where the record doesn't tell. */
export const boundBy = (
  scope: Scope,
  { accountId, region, pool, name, tags }: ToldPool,
): boolean | undefined => {
  const parts = [
    scope.accounts?.includes(accountId) ?? true,
    scope.regions?.includes(region) ?? true,
    scope.pools === undefined || (pool && scope.pools.includes(pool.arn)),
    scope.names === undefined || (name === undefined ? undefined : isNamed(scope.names, name)),
    scope.tags === undefined || (tags && hasTags(scope.tags, tags)),
  ];
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
};

const isNamed = (globs: NonNullable<Scope['names']>, name: string): boolean =>
  globs.some((glob) => matchesGlob(glob, name));
