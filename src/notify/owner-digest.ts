import type { AnnouncementOf } from './announcements/announcement-story.ts';

type Digest = AnnouncementOf<'digest'>;

/**
 * The part of a digest that is one owner's. It keeps the digest's id: it is the same news. Of pools that the digest
 * leaves out for their number the owner's are counted as well.
 * @param owner the owner's name
 * @returns undefined where no pool is theirs
 */
export const digestForOwner = (digest: Digest, owner: string): Digest | undefined => {
  const part = digest.owned?.find((each) => each.owner === owner);
  if (!part) return undefined;
  // Who is silent is for those who look after all accounts, too.
  const { owned: _, organization: __, ...rest } = digest;
  const pools = digest.pools
    .filter(({ owners = [] }) => owners.some(({ name }) => name === owner))
    .map((standing) => ({
      ...standing,
      // Who else owns a pool is for those who look after all of them.
      owners: (standing.owners ?? []).filter(({ name }) => name === owner),
    }));
  return {
    ...rest,
    owner,
    pools,
    poolsOmitted: Math.max(0, part.pools - pools.length),
    counts: part.counts,
  };
};
