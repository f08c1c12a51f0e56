import type { MemberMemory } from '../../ledger/member-book.ts';
import type { Announcement } from '../../sweep/announcement.ts';
import type { Heartbeat } from '../../sweep/heartbeat.ts';

type Digest = Extract<Announcement, { kind: 'digest' }>;

/** How many pools of one account are kept for the digest of all, which names a hundred; the sender has the worst first. */
const mostPools = 30;

/** Keeps a heartbeat. Heard is when it was sent, but never later than now: nobody is heard of in the future. */
export const keepHeartbeat = (
  memory: MemberMemory,
  accountId: string,
  heartbeat: Heartbeat,
  now: Date,
): Promise<void> => {
  const sentAt = Date.parse(heartbeat.at);
  const heardAt = new Date(Math.min(sentAt, now.getTime())).toISOString();
  return memory.keepHeartbeat(accountId, heartbeat, heardAt);
};

/** Keeps what an account's sweep found standing, for the digest of all accounts. */
export const keepDigest = (
  memory: MemberMemory,
  accountId: string,
  { at, pools, poolsOmitted, counts, owned }: Digest,
): Promise<void> =>
  memory.keepDigest(accountId, {
    at,
    pools: pools.slice(0, mostPools),
    poolsOmitted: poolsOmitted + Math.max(0, pools.length - mostPools),
    counts,
    ...(owned && { owned }),
  });
