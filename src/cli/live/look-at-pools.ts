import { type PoolRef, poolRef } from '../../pool/pool-ref.ts';
import type { Pools } from '../../pool/pools.ts';
import type { Pace } from '../../sweep/pace.ts';
import type { Place } from './misses.ts';
import { pacer, type Time } from './pacer.ts';
import type { Progress } from './progress.ts';

/** How many pools of a Region are looked at side by side at most: the pace decides, unless answers are slow. */
export const mostAtOnce = 10;

/** Which pools, and how. */
export interface Round extends Time {
  readonly pools: Pick<Pools, 'page'>;
  readonly accountId: string;
  /** The Regions whose pools are meant. */
  readonly regions: readonly string[];
  /** These pools, in place of all of the Regions. */
  readonly named: readonly PoolRef[];
  /** For each Region: the quota is a Region's. */
  readonly pace: Pace;
  readonly progress: Progress;
  /** True once no further look is to begin. */
  readonly isEnded: () => boolean;
}

/** How a round is used. */
export interface RoundSteps<Seen> {
  /** Comes before the first look in a Region that has pools; where it fails, the Region is missed. */
  readonly enter?: (region: string) => Promise<unknown>;
  readonly look: (pool: PoolRef) => Promise<Seen>;
  /** Takes what was seen; nothing else keeps it. */
  readonly take: (seen: Seen) => void;
  /** Takes what AWS answered where there is nothing to see: of a pool, or of a Region whose pools can't be listed. */
  readonly miss: (place: Place, error: unknown) => void;
  /** Takes a Region that has no pool. */
  readonly empty: (region: string) => void;
}

/**
 * Looks at pools, every Region's side by side, each at the pace. What is seen is handed on at once, so that no more
 * than `mostAtOnce` pools of a Region are held at a time.
 * @returns how many pools were not looked at since the round was ended
 */
export const lookAtPools = async <Seen>(round: Round, steps: RoundSteps<Seen>): Promise<number> => {
  const named = Map.groupBy(round.named, ({ region }) => region);
  const regions = round.named.length > 0 ? [...named.keys()] : round.regions;
  const left = await Promise.all(
    regions.map((region) => lookInRegion(round, steps, region, named.get(region))),
  );
  return left.reduce((sum, count) => sum + count, 0);
};

const lookInRegion = async <Seen>(
  round: Round,
  { enter = async () => {}, look, take, miss, empty }: RoundSteps<Seen>,
  region: string,
  named: readonly PoolRef[] | undefined,
): Promise<number> => {
  const myTurn = pacer(round.pace, round);
  const found = await poolsIn(round, region, { named, myTurn, enter }).catch((error: unknown) => {
    miss({ region }, error);
  });
  if (!found) return 0;
  if (found.length === 0 && !round.isEnded()) empty(region);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < found.length && !round.isEnded()) {
      const pool = found[next] as PoolRef;
      next += 1;
      await myTurn();
      const seen = await look(pool).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      if ('error' in seen) miss({ region, pool: pool.id }, seen.error);
      else take(seen.value);
      round.progress.done();
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, worker));
  return found.length - next;
};

/** All pools of a Region: only their ids are kept. */
const poolsIn = async (
  { pools, accountId, isEnded, progress }: Round,
  region: string,
  {
    named,
    myTurn,
    enter,
  }: {
    readonly named: readonly PoolRef[] | undefined;
    readonly myTurn: () => Promise<void>;
    readonly enter: (region: string) => Promise<unknown>;
  },
): Promise<readonly PoolRef[]> => {
  if (named) {
    await enter(region);
    progress.found(named.length);
    return named;
  }
  const found: PoolRef[] = [];
  let from: string | undefined;
  do {
    await myTurn();
    const page = await pools.page(region, from === undefined ? {} : { from });
    if (found.length === 0 && page.ids.length > 0) await enter(region);
    found.push(...page.ids.map((id) => poolRef(accountId, region, id)));
    progress.found(page.ids.length);
    from = page.next;
  } while (from !== undefined && !isEnded());
  return found;
};
