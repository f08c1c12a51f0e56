import type { Announcement, DigestCounts, OwnedPart } from './announcement.ts';
import { noCounts, together } from './digest-counts.ts';
import type { Roll } from './roll-of.ts';
import { standingPools } from './standing-order.ts';

/** How many pools, and how many accounts of each kind, people read of in one digest. */
const most = { pools: 100, accounts: 50 };

type OrganizationNews = Pick<
  Extract<Announcement, { kind: 'digest' }>,
  'pools' | 'poolsOmitted' | 'counts' | 'owned' | 'organization'
>;

/**
 * One digest of all accounts that were heard of: what their last sweeps found standing, the gravest first, who is
 * silent, and who runs something else than the centre.
 * @param now by which pools are new
 * @returns undefined where there is nothing to tell
 */
export const organizationDigest = (
  { heard, silent, others }: Roll,
  now: Date,
): OrganizationNews | undefined => {
  // A digest isn't sent where nothing stands any more; the heartbeat says so.
  const digests = heard.flatMap(({ heartbeat, digest }) =>
    digest && heartbeat && heartbeat.pools.standing > 0 ? [digest] : [],
  );
  const standing = standingPools(most.pools, now);
  for (const digest of digests) for (const note of digest.pools) standing.add(note);
  const pools = standing.inOrder();
  const total = digests.reduce((sum, digest) => sum + digest.pools.length + digest.poolsOmitted, 0);
  if (total === 0 && silent.length === 0 && others.length === 0) return undefined;
  const owned = ownedTogether(digests.flatMap((digest) => digest.owned ?? []));
  return {
    pools,
    poolsOmitted: Math.max(0, total - pools.length),
    counts: countedTogether(digests.map(({ counts }) => counts)),
    ...(owned.length > 0 && { owned }),
    organization: {
      accounts: heard.length,
      differing: digests.length,
      missed: heard.filter(({ heartbeat }) => (heartbeat?.pools.missed ?? 0) > 0).length,
      silent: silent.slice(0, most.accounts),
      silentOmitted: Math.max(0, silent.length - most.accounts),
      others: others.slice(0, most.accounts),
      othersOmitted: Math.max(0, others.length - most.accounts),
    },
  };
};

const countedTogether = (counts: readonly DigestCounts[]): DigestCounts => counts.reduce(together, noCounts);

/** What stands of each owner in all accounts, by name. */
const ownedTogether = (parts: readonly OwnedPart[]): readonly OwnedPart[] =>
  [...Map.groupBy(parts, ({ owner }) => owner)]
    .map(([owner, theirs]) => ({
      owner,
      pools: theirs.reduce((sum, { pools }) => sum + pools, 0),
      counts: countedTogether(theirs.map(({ counts }) => counts)),
    }))
    .toSorted((left, right) => (left.owner < right.owner ? -1 : 1));
