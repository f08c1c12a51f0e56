import { pairOf } from './call-groups.ts';
import { callRank } from './call-rank.ts';
import type { Cause } from './cause.ts';

/** Causes worth keeping of many. */
export interface DistinctCauses {
  readonly causes: readonly Cause[];
  /** How many distinct ones were left out; absent where none was. */
  readonly causesOmitted?: number;
}

/** How many are kept from each end: causes travel in notices and stay in the ledger, and a burst has no end. */
const fromEachEnd = 10;

/**
 * Each recorded call once: EventBridge delivers at least once, and a trigger comes again after a crash. Of more than
 * twenty, the first ten and the last ten; in place of some of those, one call of each caller and name that would
 * else be missing, the gravest first, so that a burst of harmless calls can't drive the one out that matters. The
 * oldest change is always among them.
 */
export const distinctCauses = (causes: readonly Cause[]): DistinctCauses => {
  const distinct = firstDeliveries(causes);
  if (distinct.length <= 2 * fromEachEnd) return { causes: distinct };
  const oldest = oldestChange(distinct);
  const kept = new Set([...distinct.slice(0, fromEachEnd), ...distinct.slice(-fromEachEnd)]);
  if (oldest && !kept.has(oldest)) {
    kept.delete(distinct[fromEachEnd - 1] ?? oldest);
    kept.add(oldest);
  }
  for (const cause of missing(distinct, kept)) {
    const spare = spareFor(cause, kept, oldest);
    if (!spare) break;
    kept.delete(spare);
    kept.add(cause);
  }
  return { causes: distinct.filter((cause) => kept.has(cause)), causesOmitted: distinct.length - kept.size };
};

const firstDeliveries = (causes: readonly Cause[]): readonly Cause[] => {
  const seen = new Set<string>();
  return causes.filter((cause) => {
    if (cause.kind !== 'call') return true;
    const isNew = !seen.has(cause.eventId);
    seen.add(cause.eventId);
    return isNew;
  });
};

const rankOf = (cause: Cause): number => (cause.kind === 'call' ? callRank(cause.call) : 0);

/** The first call of each caller and name of which none is kept, the gravest first. */
const missing = (distinct: readonly Cause[], kept: ReadonlySet<Cause>): readonly Cause[] =>
  [...Map.groupBy(distinct, pairOf).values()]
    .filter((group) => !group.some((cause) => kept.has(cause)))
    .flatMap(([first]) => first ?? [])
    .toSorted((left, right) => rankOf(left) - rankOf(right));

/** The governed call that was made first: how long a remedy may be put off counts from it, so no burst drives it out. */
const oldestChange = (causes: readonly Cause[]): Cause | undefined =>
  causes
    .filter((cause) => cause.kind === 'call' && cause.governed)
    .toSorted((left, right) => Date.parse(left.eventTime) - Date.parse(right.eventTime))[0];

/** Which kept cause may go for another: one of those that have most of their kind, or else a lighter one. */
const spareFor = (cause: Cause, kept: ReadonlySet<Cause>, oldest: Cause | undefined): Cause | undefined => {
  const [most = []] = [...Map.groupBy(kept, pairOf).values()].toSorted(
    (left, right) => right.length - left.length,
  );
  const spares = most.filter((each) => each !== oldest);
  if (most.length > 1) return spares[Math.floor(spares.length / 2)];
  const [lightest] = [...kept]
    .filter((each) => each !== oldest)
    .toSorted((left, right) => rankOf(right) - rankOf(left));
  return lightest && rankOf(lightest) > rankOf(cause) ? lightest : undefined;
};
