import type { PoolOwner } from '../policy/owner.ts';
import { mergedOwners, ownersOf } from '../policy/owners-of.ts';
import type { PolicySet } from '../policy/policy.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import type { OwnedClaim, PoolHistory } from './pool-history.ts';
import { digestOf } from './stored-value.ts';
import { day, elapsed } from './times.ts';

/** How long those whom a pool's tags no longer name hear of it: whoever weakens a pool can untag it first. */
const staysClaimed = 30 * day;

/**
 * Who claimed the pool by its tags within the last 30 days, as far as it is remembered. An owner whose pools were
 * changed in the files is another one: what its authors let go is free.
 */
const remembered = (
  history: PoolHistory | undefined,
  { owners }: Pick<PolicySet, 'owners'>,
  now: string,
): readonly PoolOwner[] =>
  owners.flatMap(({ name, pools }): readonly PoolOwner[] => {
    const claim = history?.owners?.[name];
    const isKept =
      claim !== undefined && claim.pools === digestOf(pools) && elapsed(claim.at, now) < staysClaimed;
    return isKept ? [{ name, claimed: true, lastClaimedAt: claim.at }] : [];
  });

/** Who owns a pool as far as it is known without a look at its tags: by its ARN, and by what is remembered. */
export const ownersKnown = (
  history: PoolHistory | undefined,
  policies: Pick<PolicySet, 'owners'>,
  pool: PoolRef,
  now: string,
): readonly PoolOwner[] =>
  mergedOwners(ownersOf(policies.owners, pool, undefined), remembered(history, policies, now));

/**
 * Who claimed the pool by its tags, after a look.
 * @param seen the owners that the look saw
 * @returns undefined where nobody did, as far as it matters
 */
export const claimsAfter = (
  history: PoolHistory | undefined,
  policies: Pick<PolicySet, 'owners'>,
  seen: readonly PoolOwner[],
  now: string,
): PoolHistory['owners'] => {
  const claims = mergedOwners(seen, remembered(history, policies, now)).filter(({ claimed }) => claimed);
  if (claims.length === 0) return undefined;
  return Object.fromEntries(
    claims.map(({ name, lastClaimedAt: at = now }): [string, OwnedClaim] => [
      name,
      { pools: digestOf(policies.owners.find((owner) => owner.name === name)?.pools), at },
    ]),
  );
};
