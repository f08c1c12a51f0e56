import { nameOf, type PoolSnapshot, tagsOf } from '../pool/pool-snapshot.ts';
import type { NameGlob, Scope } from './policy.ts';

/** True where a policy with this scope speaks of the pool. An empty scope binds every pool. */
export const binds = (scope: Scope, snapshot: PoolSnapshot): boolean => {
  const { pool } = snapshot;
  return (
    (scope.accounts?.includes(pool.accountId) ?? true) &&
    (scope.regions?.includes(pool.region) ?? true) &&
    (scope.pools?.includes(pool.arn) ?? true) &&
    (scope.names?.some((glob) => matchesGlob(glob, nameOf(snapshot))) ?? true) &&
    hasTags(scope.tags ?? {}, tagsOf(snapshot))
  );
};

/** Names of pools and stacks have at most 128 characters and the tag that tells a stack 256; a longer text is no name. */
const longestName = 256;

/**
 * True where a pattern means the name; false where there is no name. With the flag s, a line break in a name can't take
 * the pool out of a scope.
 */
export const matchesGlob = ({ pattern }: NameGlob, name: string | null): boolean =>
  name !== null && name.length <= longestName && new RegExp(pattern, 's').test(name);

/** True where every wanted key is among the tags, with one of its values. */
export const hasTags = (
  wanted: NonNullable<Scope['tags']>,
  tags: { readonly [key: string]: string },
): boolean => Object.entries(wanted).every(([key, values]) => values.some((value) => tags[key] === value));
