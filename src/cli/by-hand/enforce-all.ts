import { enforce } from '../../enforce.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { PoolSnapshot } from '../../pool/pool-snapshot.ts';
import type { Pools } from '../../pool/pools.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import type { Pace } from '../../sweep/pace.ts';
import type { World } from '../../world.ts';
import { CliError } from '../cli-error.ts';
import { exitCode } from '../exit-code.ts';
import { pacer, type Time } from '../live/pacer.ts';
import type { Progress } from '../live/progress.ts';
import { isOutOfReach } from '../out-of-reach.ts';
import type { Enforced, WriteLog } from './write-log.ts';

/** How pools are put right. */
export interface Enforcing extends Time {
  /** The world by which a Region's pools are put right. */
  readonly worldOf: (region: string) => Promise<World>;
  /** False where more would be written to a pool, as it is seen by now, than somebody was shown. */
  readonly isAsShown: (world: World, snapshot: PoolSnapshot) => Promise<boolean>;
  /**
   * For each Region. It is the pace of reads, and keeps to the same share of the quota of writes, which is as large:
   * every write has a look, of two reads, before it and after it.
   */
  readonly pace: Pick<Pace, 'looks'>;
  readonly log: WriteLog;
  readonly progress: Pick<Progress, 'found' | 'done'>;
  /** True once no further pool is to be begun. */
  readonly isEnded: () => boolean;
}

/** A look ends within seconds, mostly: milliseconds between tries, and how many there are. */
const busyPause = 2000;
const mostTries = 5;

/** How many looks a pool takes that is written to: more only where something comes in between. */
const looksOfAWrite = 2;

/**
 * Puts pools right: in each Region one after the other, at the pace, the Regions side by side. A pool at which
 * something stands in the way is left, and the others go on; where a Region's ledger can't be used, the Region ends.
 * @returns once every Region has ended; the log says how
 * @throws what is a defect, once the other Regions have ended
 */
export const enforceAll = async (pools: readonly PoolRef[], enforcing: Enforcing): Promise<void> => {
  enforcing.progress.found(pools.length);
  const regions = Map.groupBy(pools, ({ region }) => region);
  const ended = await Promise.allSettled(
    [...regions].map(([region, own]) => enforceIn(region, own, enforcing)),
  );
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
};

const enforceIn = async (
  region: string,
  pools: readonly PoolRef[],
  { worldOf, isAsShown, pace, log, progress, isEnded, ...time }: Enforcing,
): Promise<void> => {
  const myTurn = pacer(pace, time);
  const world = await worldOf(region);
  let due = looksOfAWrite;
  for (const pool of pools) {
    // Not in the middle of a write: a look that is 300 ms old is too old to write from.
    if (!isEnded()) await myTurn(due);
    if (isEnded()) return;
    const calls = countCalls(world.pools, async (snapshot) => {
      if (!(await isAsShown(world, snapshot))) throw differs;
    });
    log.begin(pool);
    try {
      log.done(pool, await enforceNow({ ...world, pools: calls.pools }, pool, { ...time, isEnded }));
    } catch (error) {
      log.fail({ pool, error, isSent: calls.writes() > 0 });
      const isOfPool = error === busy || error === differs;
      if (error instanceof CliError && !isOfPool) return;
      if (!isOfPool && !isOutOfReach(error)) throw error;
    }
    progress.done();
    due = Math.max(looksOfAWrite, calls.looks());
  }
};

const busy = new CliError(
  'Somebody else’s look at it is under way. Run the command again to see what it leaves.',
  exitCode.aws,
);

const differs = new CliError(
  'Since the plan was shown it has come to differ in more. Run the command again to see how.',
  exitCode.findings,
);

/** @throws busy where somebody else holds the pool, and goes on holding it */
const enforceNow = async (
  world: World,
  pool: PoolRef,
  { wait, isEnded }: Pick<Enforcing, 'wait' | 'isEnded'>,
): Promise<Enforced> => {
  for (let tried = 1; ; tried += 1) {
    const enforced = await enforceOnce(world, pool);
    if (enforced) return enforced;
    if (tried === mostTries || isEnded()) throw busy;
    await wait(busyPause);
  }
};

/** @returns undefined where somebody else holds the pool */
const enforceOnce = async (world: World, pool: PoolRef): Promise<Enforced | undefined> => {
  const looks: Outcome[] = [];
  const tell = async (outcome: Outcome): Promise<void> => {
    looks.push(outcome);
    await world.tell(outcome);
  };
  const asked = { kind: 'asked', eventTime: world.now().toISOString() } as const;
  const last = await enforce({ ...world, tell }, pool, [asked]);
  if (looks.length === 0) return undefined;
  // A call that comes meanwhile, our own write's too, has the pool looked at again: by then there is nothing to write.
  const written = looks.filter(({ changes }) => changes.length > 0);
  const [first, ...more] = written;
  const isNews = last.kind !== 'compliant' && last.kind !== 'covered' && !written.includes(last);
  return { told: first ? [first, ...more, ...(isNews ? [last] : [])] : [last], last };
};

/**
 * The same pools, with what is asked of them counted.
 * @param check told of each pool that is looked at before anything is written to it; where it throws, nothing is
 */
const countCalls = (pools: Pools, check: (snapshot: PoolSnapshot) => Promise<void>) => {
  let [looks, writes] = [0, 0];
  const counting: Pools = {
    ...pools,
    read: async (pool) => {
      looks += 1;
      const read = await pools.read(pool);
      if (read.kind === 'snapshot' && writes === 0) await check(read.snapshot);
      return read;
    },
    write: (...args) => {
      writes += 1;
      return pools.write(...args);
    },
  };
  return { pools: counting, looks: () => looks, writes: () => writes };
};
