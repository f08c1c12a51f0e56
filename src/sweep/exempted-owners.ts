import type { AccountRecord } from '../ledger/account-book.ts';
import type { Exemption } from '../policy/exemption.ts';
import type { PoolOwner } from '../policy/owner.ts';
import { mergedOwners, ownersOf } from '../policy/owners-of.ts';
import type { PolicySet } from '../policy/policy.ts';
import { poolRefFromArn } from '../pool/pool-ref.ts';

type Claims = AccountRecord['exemptedOwners'];

/**
 * Who claims the exempted pools, as the looks of a sweep saw it, for when an exemption ends: nobody looks at a pool then.
 * @param seen whose they were then, by ARN
 * @param before what the sweep before it left; it stands for pools whose looks weren't taken this time
 * @returns undefined where nobody does
 */
export const exemptedOwners = (
  exemptions: readonly Exemption[],
  seen: ReadonlyMap<string, readonly PoolOwner[]>,
  before: Claims = {},
): Claims => {
  const claims = [...new Set(exemptions.flatMap(({ pools }) => pools))]
    .map((arn) => [arn, (seen.get(arn) ?? before[arn] ?? []).filter(({ claimed }) => claimed)] as const)
    .filter(([, owners]) => owners.length > 0);
  return claims.length === 0 ? undefined : Object.fromEntries(claims);
};

/** Whose the pools of an exemption are: by their ARNs, and as the last sweep saw it, of owners who are there still. */
export const ownersOfExemption = (
  { pools }: Exemption,
  { owners }: Pick<PolicySet, 'owners'>,
  claims: Claims = {},
): readonly PoolOwner[] =>
  mergedOwners(
    ...pools.map((arn) => [
      ...(poolRefFromArn(arn) ? ownersOf(owners, { arn }, undefined) : []),
      ...(claims[arn] ?? []).filter(({ name }) => owners.some((owner) => owner.name === name)),
    ]),
  );
