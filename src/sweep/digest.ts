import { createHash } from 'node:crypto';
import type { AccountRecord } from '../ledger/account-book.ts';
import type { Standing } from '../ledger/ledger.ts';
import type { Announcement } from './announcement.ts';
import { standingInOrder } from './standing-order.ts';

/** How many pools people read of in one digest. */
const mostPools = 100;

/** Milliseconds after which the same is told again. */
const day = 86_400_000;

type DigestNews = Pick<
  Extract<Announcement, { kind: 'digest' }>,
  'sweep' | 'pools' | 'poolsOmitted' | 'counts'
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
  const findings = standing.flatMap((each) => each.findings);
  const debt = findings.filter(({ left }) => left?.kind === 'debt').length;
  const reported = findings.filter(({ mode, left }) => mode === 'notify' || left?.kind === 'undone').length;
  const refused = standing.reduce((sum, { refusals }) => sum + refusals.length, 0);
  return {
    news: {
      sweep,
      pools: standing.slice(0, mostPools),
      poolsOmitted: Math.max(0, standing.length - mostPools),
      counts: { debt, reported, refused },
    },
    key: keyOf(standing),
  };
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
