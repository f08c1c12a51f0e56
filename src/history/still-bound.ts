import type { Policy, PolicySet } from '../policy/policy.ts';
import { binds } from '../policy/scope.ts';
import type { PoolSnapshot } from '../pool/pool-snapshot.ts';
import type { Remark } from '../remediation/remark.ts';
import type { Bound, PoolHistory } from './pool-history.ts';
import { digestOf } from './stored-value.ts';
import { after, day, elapsed } from './times.ts';

/** How long a pool that was renamed or untagged stays under the policies that it left so. */
const staysBound = 30 * day;

/** Whoever can change a pool can rename and tag it: only such scopes can be left without touching the policies. */
const canBeLeft = ({ appliesTo }: Policy): boolean =>
  appliesTo.names !== undefined || appliesTo.tags !== undefined;

/**
 * The policies that bound the pool by its name or tags within the last 30 days and don't any more. A policy whose
 * scope was changed is another one: what its authors let go is free.
 */
const leftPolicies = (
  history: PoolHistory | undefined,
  { policies }: PolicySet,
  snapshot: PoolSnapshot,
  now: string,
): readonly { readonly policy: Policy; readonly bound: Bound }[] =>
  policies.flatMap((policy) => {
    const bound = history?.bound[policy.name];
    const isLeft =
      bound !== undefined &&
      bound.scope === digestOf(policy.appliesTo) &&
      !binds(policy.appliesTo, snapshot) &&
      elapsed(bound.at, now) < staysBound;
    return isLeft ? [{ policy, bound }] : [];
  });

/** The policies that bind a pool although it was renamed or untagged, by name. */
export const stillBound = (...args: Parameters<typeof leftPolicies>): ReadonlySet<string> =>
  new Set(leftPolicies(...args).map(({ policy }) => policy.name));

/** What people are told, once, of the policies that a pool has left. */
export const leftScope = (...args: Parameters<typeof leftPolicies>): readonly Remark[] => {
  const untold = leftPolicies(...args).filter(({ bound }) => bound.told !== true);
  const [first] = untold.map(({ bound }) => bound.at).toSorted();
  if (first === undefined) return [];
  const policies = untold.map(({ policy }) => policy.name);
  return [{ kind: 'left-scope', policies, until: after(first, staysBound) }];
};

/** Which policies bound the pool by name or tags, after a look of which people were told. */
export const boundAfter = (
  history: PoolHistory | undefined,
  policies: PolicySet,
  snapshot: PoolSnapshot,
  now: string,
): { readonly [policy: string]: Bound } => ({
  ...Object.fromEntries(
    leftPolicies(history, policies, snapshot, now).map(({ policy, bound }) => [
      policy.name,
      { ...bound, told: true as const },
    ]),
  ),
  ...Object.fromEntries(
    policies.policies
      .filter((policy) => canBeLeft(policy) && binds(policy.appliesTo, snapshot))
      .map((policy) => [policy.name, { scope: digestOf(policy.appliesTo), at: now }]),
  ),
});
