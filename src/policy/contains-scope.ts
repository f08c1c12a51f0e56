import { poolRefFromArn } from '../pool/pool-ref.ts';
import type { Scope } from './policy.ts';

/**
 * True where every pool that `inner` binds is bound by `outer` too, as far as the two can tell it without
 * a pool. False may also mean that it can't be told: then only a pool shows whether the two meet.
 */
export const containsScope = (outer: Scope, inner: Scope): boolean =>
  covers(outer.accounts, inner.accounts ?? partOfPools(inner, 'accountId')) &&
  covers(outer.regions, inner.regions ?? partOfPools(inner, 'region')) &&
  covers(outer.pools, inner.pools) &&
  covers(globsOf(outer), globsOf(inner)) &&
  Object.entries(outer.tags ?? {}).every(([key, values]) => covers(values, inner.tags?.[key]));

const covers = (outer: readonly string[] | undefined, inner: readonly string[] | undefined): boolean => {
  if (outer === undefined) return true;
  const entries = new Set(outer);
  return inner?.every((entry) => entries.has(entry)) ?? false;
};

const globsOf = ({ names }: Scope): readonly string[] | undefined => names?.map(({ glob }) => glob);

/** A scope that lists pools says their accounts and Regions as well. */
const partOfPools = ({ pools }: Scope, part: 'accountId' | 'region'): readonly string[] | undefined =>
  pools?.map((arn) => poolRefFromArn(arn)?.[part] ?? '');
