import type { Member, MemberBook, MemberMemory } from './member-book.ts';
import type { Shelves, StoredMembers } from './shelf.ts';

const key = 'organization';

const nobody: StoredMembers = { members: {} };

/** True where what was sent then takes the place of what is kept: both ISO 8601 UTC, by the same account's clock. */
const isNewer = (sentAt: string, kept: { readonly at: string } | undefined): boolean =>
  kept === undefined || sentAt >= kept.at;

/** The accounts of an organization in a memory made of records. */
export const recordMembers = ({ members }: Pick<Shelves, 'members'>): MemberMemory & MemberBook => {
  const keep = (
    accountId: string,
    part: Omit<Member, 'accountId'>,
    isDue: (kept: Omit<Member, 'accountId'>) => boolean,
  ): Promise<void> =>
    members.take(key, (stored = nobody) => {
      const kept = stored.members[accountId] ?? {};
      return isDue(kept)
        ? [undefined, { members: { ...stored.members, [accountId]: { ...kept, ...part } } }]
        : [undefined];
    });
  return {
    keepHeartbeat: (accountId, heartbeat, heardAt) =>
      keep(accountId, { heartbeat, heardAt }, (kept) => isNewer(heartbeat.at, kept.heartbeat)),
    keepDigest: (accountId, digest) => keep(accountId, { digest }, (kept) => isNewer(digest.at, kept.digest)),
    members: async () =>
      Object.entries((await members.read(key))?.members ?? {})
        .map(([accountId, part]) => ({ accountId, ...part }))
        .toSorted((left, right) => (left.accountId < right.accountId ? -1 : 1)),
  };
};
