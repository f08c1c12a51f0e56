import type { HeldNotice } from '../ledger/notice-memory.ts';
import { noticeOfAnnouncement } from '../notify/announcement-notice.ts';
import { severityRank } from '../notify/urgency.ts';
import { grace } from './hold-back.ts';
import { type Told, tellNotice } from './tell-notice.ts';
import type { Teller } from './teller.ts';
import type { TellingMessage } from './telling-message.ts';

type Summary = Extract<TellingMessage, { readonly kind: 'summary' }>;

/** Whose account it is. */
export interface Account {
  readonly accountId: string;
  readonly accountAlias?: string;
}

/** How many notices a summary names. */
const most = 100;

/** Gravest first; of equals, a pool that has been there for longer, then the earlier one. */
const order = (left: HeldNotice, right: HeldNotice): number =>
  severityRank(right.severity) - severityRank(left.severity) ||
  compare(left.pool?.createdAt ?? '', right.pool?.createdAt ?? '') ||
  compare(left.at, right.at);

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/**
 * Tells in one notice what a window held back, once the window is over.
 * @throws what the ledger throws: the message must then be taken again
 */
export const tellSummary = async (
  teller: Teller,
  { accountId, accountAlias }: Account,
  { window, lane, from, until }: Summary,
): Promise<Told> => {
  const seconds = (Date.parse(until) - teller.now().getTime()) / 1000 + grace;
  if (seconds > 0) return { kind: 'later', seconds: Math.ceil(seconds) };
  const held = (await teller.memory.held(window)).toSorted(order);
  if (held.length === 0) return { kind: 'done' };
  const announcement = {
    schema: 'cognito-lifeguard/announcement/1',
    id: `held-back-${lane}-${from}`,
    at: teller.now().toISOString(),
    accountId,
    kind: 'held-back',
    from,
    until,
    isUrgent: lane === 'urgent',
    notices: held.slice(0, most),
    noticesOmitted: Math.max(0, held.length - most),
  } as const;
  return tellNotice(
    teller,
    noticeOfAnnouncement(announcement, accountAlias === undefined ? {} : { accountAlias }),
  );
};
