import type { HeldNotice } from '../ledger/notice-memory.ts';
import { noticeOfAnnouncement } from '../notify/announcement-notice.ts';
import { severityRank } from '../notify/urgency.ts';
import { byCodeUnits } from '../pool/by-code-units.ts';
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

/** Milliseconds for which a pool is new. */
const isNewFor = 7 * 24 * 60 * 60 * 1000;

/** More new pools than this are a crowd, as in a digest: notices of them come after all others. */
const fewNewcomers = 10;

const inOrder = (held: readonly HeldNotice[], now: Date): readonly HeldNotice[] => {
  const gravestFirst = held.toSorted(order);
  const isNew = ({ pool }: HeldNotice): boolean =>
    pool?.createdAt !== undefined && now.getTime() - Date.parse(pool.createdAt) < isNewFor;
  const newcomers = gravestFirst.filter(isNew);
  const pools = new Set(newcomers.map(({ pool }) => pool?.arn));
  return pools.size > fewNewcomers
    ? [...gravestFirst.filter((notice) => !isNew(notice)), ...newcomers]
    : gravestFirst;
};

/** Gravest first; of equals, a pool that has been there for longer, then the earlier one. */
const order = (left: HeldNotice, right: HeldNotice): number =>
  severityRank(right.severity) - severityRank(left.severity) ||
  byCodeUnits(left.pool?.createdAt ?? '', right.pool?.createdAt ?? '') ||
  byCodeUnits(left.at, right.at);

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
  const held = inOrder(await teller.memory.held(window), teller.now());
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
