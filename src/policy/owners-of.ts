import { byCodeUnits } from '../pool/by-code-units.ts';
import type { PoolRef } from '../pool/pool-ref.ts';
import type { OwnedPools, Owner, PoolOwner } from './owner.ts';
import { hasTags, matchesGlob } from './scope.ts';

type Tags = { readonly [key: string]: string };

/**
 * Who owns a pool: certain where its ARN says so, claimed where only its tags do. Certain ones first, then by name.
 * @param tags the pool's tags; undefined where nobody has seen them, and then only ARNs match
 */
export const ownersOf = (
  owners: readonly Owner[],
  { arn }: Pick<PoolRef, 'arn'>,
  tags: Tags | undefined,
): readonly PoolOwner[] =>
  mergedOwners(
    owners.flatMap(({ name, pools }): readonly PoolOwner[] => {
      if (pools.arns?.includes(arn)) return [{ name, claimed: false }];
      return tags && isClaimedBy(tags, pools) ? [{ name, claimed: true }] : [];
    }),
  );

/** CloudFormation's own tag on what it makes (AWS CloudFormation user guide, "Resource tag"). */
const stackTag = 'aws:cloudformation:stack-name';

const isClaimedBy = (tags: Tags, { stacks, tags: wanted }: OwnedPools): boolean =>
  (wanted !== undefined && hasTags(wanted, tags)) ||
  (stacks?.some((glob) => matchesGlob(glob, tags[stackTag] ?? null)) ?? false);

/**
 * Owners from several sources, each once, by what is known best of them: certain, or claimed now, or claimed until the
 * latest of several times. Certain ones first, then by name.
 */
export const mergedOwners = (...sources: readonly (readonly PoolOwner[])[]): readonly PoolOwner[] =>
  [...Map.groupBy(sources.flat(), ({ name }) => name).values()]
    .flatMap((same) => same.toSorted(byKnowledge)[0] ?? [])
    .toSorted(
      (left, right) => Number(left.claimed) - Number(right.claimed) || byCodeUnits(left.name, right.name),
    );

const byKnowledge = (left: PoolOwner, right: PoolOwner): number =>
  Number(left.claimed) - Number(right.claimed) ||
  byCodeUnits(right.lastClaimedAt ?? latest, left.lastClaimedAt ?? latest);

/** After every time in ISO 8601. */
const latest = '~';
