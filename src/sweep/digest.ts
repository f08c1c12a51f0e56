import { createHash } from 'node:crypto';
import type { AccountRecord } from '../ledger/account-book.ts';
import type { Standing } from '../ledger/ledger.ts';
import type { Announcement, DigestCounts, OwnedPart } from './announcement.ts';
import { noCounts, together } from './digest-counts.ts';
import { standingPools } from './standing-order.ts';

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

/** What a sweep found, as it is read. */
export interface DigestUnderWay {
  /** Takes what was found at a pool; pools come in the order of their ARNs, so that the same has the same key. */
  readonly add: (note: Standing) => void;
  /** The digest of all that came; undefined where nothing stands. */
  readonly digest: () => Digest | undefined;
}

/**
 * Makes the digest of a sweep, however many pools it has: of most of them nothing is held but numbers.
 * @param sweep the sweep's id, by which a person accepts what the digest names
 * @param now by which pools are new
 */
export const digestUnderWay = (sweep: string, now: Date): DigestUnderWay => {
  const pools = standingPools(mostPools, now);
  const key = createHash('sha256');
  const owned = new Map<string, OwnedPart>();
  let counts = noCounts;
  let standing = 0;
  return {
    add: (each) => {
      const note = pools.add(each);
      if (!note) return;
      standing += 1;
      const its = countsOf(note);
      counts = together(counts, its);
      for (const { name: owner } of note.owners ?? []) {
        const before = owned.get(owner) ?? { owner, pools: 0, counts: noCounts };
        owned.set(owner, { owner, pools: before.pools + 1, counts: together(before.counts, its) });
      }
      key.update(linesOf(note));
    },
    digest: () => {
      if (standing === 0) return undefined;
      const parts = [...owned.values()].toSorted((left, right) => (left.owner < right.owner ? -1 : 1));
      return {
        news: {
          sweep,
          pools: pools.inOrder(),
          poolsOmitted: Math.max(0, standing - mostPools),
          counts,
          ...(parts.length > 0 && { owned: parts }),
        },
        key: key.copy().digest('hex'),
      };
    },
  };
};

const countsOf = ({ findings, refusals }: Standing): DigestCounts => ({
  debt: findings.filter(({ left }) => left?.kind === 'debt').length,
  reported: findings.filter(({ mode, left }) => mode === 'notify' || left?.kind === 'undone').length,
  refused: refusals.length,
});

/**
 * True where people must hear of it: other things stand than they were told, or they were told a day ago.
 * @param isWhole false where looks were late: what they didn't find may stand all the same
 */
export const isNews = (
  { key }: Digest,
  told: AccountRecord['digest'],
  now: Date,
  isWhole: boolean,
): boolean =>
  told === undefined || (isWhole && told.key !== key) || now.getTime() - Date.parse(told.toldAt) >= day;

/** What stands at a pool, a line each, in the same order whatever order it was found in. */
const linesOf = ({ pool, findings, refusals }: Standing): string =>
  [
    ...findings.map(({ rule, setting, now, left }) => [pool.arn, rule, setting, now, left?.kind]),
    ...refusals.map(({ code, settings }) => [pool.arn, code, settings.toSorted()]),
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .toSorted()
    .join('');
