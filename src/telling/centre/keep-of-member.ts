import type { MemberMemory } from '../../ledger/member-book.ts';
import { digestWithin } from '../../notify/visible-announcement.ts';
import type { Announcement } from '../../sweep/announcement.ts';
import type { Heartbeat } from '../../sweep/heartbeat.ts';

type Digest = Extract<Announcement, { kind: 'digest' }>;

/** How much of one account is kept for the digest of all, which names a hundred pools; the sender has the worst first. */
const most = { text: 250, pools: 30 };

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
export const keepDigest = (memory: MemberMemory, accountId: string, whole: Digest): Promise<void> => {
  const { at, pools, poolsOmitted, counts, owned } = digestWithin(whole, most.text, most.pools);
  return memory.keepDigest(accountId, { at, pools, poolsOmitted, counts, ...(owned && { owned }) });
};
