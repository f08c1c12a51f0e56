import { createHash } from 'node:crypto';
import type { AccountRecord } from '../ledger/account-book.ts';
import type { Standing } from '../ledger/ledger.ts';
import type { Announcement, DigestCounts, OwnedPart } from './announcement.ts';
import { standingInOrder } from './standing-order.ts';

/** How many pools people read of in one digest. */
const mostPools = 100;

/** Milliseconds after which the same is told again. */
const day = 86_400_000;

type DigestNews = Pick<
  Extract<Announcement, { kind: 'digest' }>,
  'sweep' | 'pools' | 'poolsOmitted' | 'counts' | 'owned'
>;

/** What a sweep found standing, and what tells it from another. */
export interface Digest {
  readonly news: DigestNews;
  /** The same where the same stands: a hash over pools, rules and values. */
  readonly key: string;
}

/**
 * The digest of a sweep; undefined where nothing stands.
 * @param sweep the sweep's id, by which a person accepts what the digest names
 * @param now by which pools are new
 */
export const digestOf = (sweep: string, notes: readonly Standing[], now: Date): Digest | undefined => {
  const standing = standingInOrder(notes, now);
  if (standing.length === 0) return undefined;
  const owned = ownedParts(standing);
  return {
    news: {
      sweep,
      pools: standing.slice(0, mostPools),
      poolsOmitted: Math.max(0, standing.length - mostPools),
      counts: countsOf(standing),
      ...(owned.length > 0 && { owned }),
    },
    key: keyOf(standing),
  };
};

const countsOf = (standing: readonly Standing[]): DigestCounts => {
  const findings = standing.flatMap((each) => each.findings);
  return {
    debt: findings.filter(({ left }) => left?.kind === 'debt').length,
    reported: findings.filter(({ mode, left }) => mode === 'notify' || left?.kind === 'undone').length,
    refused: standing.reduce((sum, { refusals }) => sum + refusals.length, 0),
  };
};

/** What stands of each owner, by name. */
const ownedParts = (standing: readonly Standing[]): readonly OwnedPart[] => {
  const pairs = standing.flatMap((each) => (each.owners ?? []).map(({ name }) => ({ name, each })));
  return [...Map.groupBy(pairs, ({ name }) => name)]
    .map(([owner, theirs]) => ({
      owner,
      pools: theirs.length,
      counts: countsOf(theirs.map(({ each }) => each)),
    }))
    .toSorted((left, right) => (left.owner < right.owner ? -1 : 1));
};

/** True where people must hear of it: other things stand than they were told, or they were told a day ago. */
export const isNews = ({ key }: Digest, told: AccountRecord['digest'], now: Date): boolean =>
  told?.key !== key || now.getTime() - Date.parse(told.toldAt) >= day;

const keyOf = (standing: readonly Standing[]): string => {
  const lines = standing.flatMap(({ pool, findings, refusals }) => [
    ...findings.map(({ rule, setting, now, left }) => [pool.arn, rule, setting, now, left?.kind]),
    ...refusals.map(({ code, settings }) => [pool.arn, code, settings.toSorted()]),
  ]);
  const text = lines.map((line) => JSON.stringify(line)).toSorted();
  return createHash('sha256').update(text.join('\n')).digest('hex');
};
