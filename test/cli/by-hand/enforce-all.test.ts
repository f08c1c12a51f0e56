import { describe, expect, it, vi } from 'vitest';
import { type Enforcing, enforceAll } from '../../../src/cli/by-hand/enforce-all.ts';
import { type Enforced, writeLog } from '../../../src/cli/by-hand/write-log.ts';
import { CliError } from '../../../src/cli/cli-error.ts';
import { exitCode } from '../../../src/cli/exit-code.ts';
import { listenForInterruption } from '../../../src/cli/interruption.ts';
import { noProgress } from '../../../src/cli/live/progress.ts';
import { type PoolRef, poolRef } from '../../../src/pool/pool-ref.ts';
import { paceOf } from '../../../src/sweep/pace.ts';
import type { World } from '../../../src/world.ts';
import { aCall, aGovernedPool, passwordsWith } from '../../support/a-governed-pool.ts';
import { aVirtualTime } from '../../support/a-virtual-time.ts';

/** So many weakened pools in each of these Regions. */
const weakenedPools = async (regions: readonly string[], each: number) => {
  const governed = await aGovernedPool();
  const { sandbox, pool, change } = governed;
  await change(passwordsWith({ MinimumLength: 8 }));
  const original = sandbox.pools.get(pool.region, pool.id);
  if (!original) throw new Error('There is no pool to copy.');
  sandbox.pools.delete(pool.region, pool.id);
  const pools = regions.flatMap((region) =>
    Array.from({ length: each }, (_, index) => poolRef(pool.accountId, region, `${region}_Copy${index}`)),
  );
  for (const { region, id, arn } of pools) sandbox.pools.put({ ...original, region, id, arn });
  return { ...governed, pools };
};

/** Enforces, and gives what the log says of it. */
const enforcing = async (
  world: World,
  pools: readonly PoolRef[],
  overrides: Partial<Omit<Enforcing, 'log'>> = {},
) => {
  const enforced: Enforced[] = [];
  const log = writeLog(pools, (_, each) => enforced.push(each));
  await enforceAll(pools, {
    ...aVirtualTime(),
    worldOf: async () => world,
    isAsShown: async () => true,
    pace: paceOf(1),
    progress: noProgress,
    isEnded: () => false,
    ...overrides,
    log,
  });
  return { log, enforced };
};

const idsOf = (pools: readonly PoolRef[]): readonly string[] => pools.map(({ id }) => id);

describe('pools that are put right', () => {
  it('are left alone where more would be written by now than was shown, and the others go on', async () => {
    const { world, pools } = await weakenedPools(['eu-west-1'], 2);
    const [first, second] = pools as [PoolRef, PoolRef];
    const sent: string[] = [];
    const write: World['pools']['write'] = (pool, ...rest) => {
      sent.push(pool.id);
      return world.pools.write(pool, ...rest);
    };

    const { log, enforced } = await enforcing({ ...world, pools: { ...world.pools, write } }, pools, {
      isAsShown: async (_, { pool }) => pool.id !== first.id,
    });

    expect(sent).toEqual([second.id]);
    expect(enforced.map(({ last }) => last.pool?.id)).toEqual([second.id]);
    expect(log.failed()).toMatchObject([
      { pool: first, isSent: false, error: { message: expect.stringContaining('Run the command again') } },
    ]);
  });

  it('are left between two of them when somebody types Ctrl-C', async () => {
    const { world, pools } = await weakenedPools(['eu-west-1'], 3);
    vi.spyOn(console, 'error').mockReturnValue();
    const tell = async (): Promise<void> => {
      process.emit('SIGINT');
    };
    const interruption = listenForInterruption();

    const { log } = await enforcing({ ...world, tell }, pools, { isEnded: interruption.isAsked });

    interruption.end();
    expect(log.written()).toEqual({ changes: 1, pools: 1 });
    expect(log.underWay()).toEqual([]);
    expect(idsOf(log.left())).toEqual(['eu-west-1_Copy1', 'eu-west-1_Copy2']);
    expect(process.listenerCount('SIGINT')).toBe(0);
  });

  it('are put right in each Region by that Region’s world', async () => {
    const { world, pools } = await weakenedPools(['eu-west-1', 'us-east-1'], 2);
    const claimed: string[] = [];
    const worldOf = async (region: string): Promise<World> => ({
      ...world,
      ledger: {
        ...world.ledger,
        claim: (pool, ...rest) => {
          claimed.push(`${pool.id} by ${region}`);
          return world.ledger.claim(pool, ...rest);
        },
      },
    });

    const { log } = await enforcing(world, pools, { worldOf });

    expect(log.written()).toEqual({ changes: 4, pools: 4 });
    expect(claimed.toSorted()).toEqual([
      'eu-west-1_Copy0 by eu-west-1',
      'eu-west-1_Copy1 by eu-west-1',
      'us-east-1_Copy0 by us-east-1',
      'us-east-1_Copy1 by us-east-1',
    ]);
  });

  it('take no more than the share of either quota in a Region, the Regions side by side', async () => {
    const { world, pools } = await weakenedPools(['eu-west-1', 'us-east-1'], 8);
    const time = aVirtualTime();
    const calls: { readonly kind: 'read' | 'write'; readonly region: string; readonly at: number }[] = [];
    const note = (kind: 'read' | 'write', { region }: PoolRef, times: number): void => {
      for (let n = 0; n < times; n += 1) calls.push({ kind, region, at: time.now() });
    };
    const counted: World = {
      ...world,
      pools: {
        ...world.pools,
        read: (pool) => {
          note('read', pool, 2);
          return world.pools.read(pool);
        },
        write: (pool, ...rest) => {
          note('write', pool, 1);
          return world.pools.write(pool, ...rest);
        },
      },
    };

    const { log } = await enforcing(counted, pools, {
      ...time,
      pace: paceOf(0.5),
      worldOf: async () => counted,
    });

    expect(log.written().pools).toBe(16);
    const perSecond = Map.groupBy(
      calls,
      ({ kind, region, at }) => `${kind} ${region} ${Math.floor(at / 1000)}`,
    );
    expect(Math.max(...[...perSecond.values()].map(({ length }) => length))).toBeLessThanOrEqual(15);
    // Sixteen looks in each Region, 3.75 a second, of which the first three are begun at once.
    expect(time.now()).toBeCloseTo((13 / 3.75) * 1000);
  });

  it('are put right after all where AWS throttles a write', async () => {
    const { world, pools, sandbox } = await weakenedPools(['eu-west-1'], 1);
    sandbox.faults.add({ kind: 'throttle', operation: 'UpdateUserPool', times: 2 });

    const { log, enforced } = await enforcing(world, pools);

    expect(log.written()).toEqual({ changes: 1, pools: 1 });
    expect(enforced[0]?.last.kind).toBe('remediated');
  });

  it('are put right but for one that can’t be read', async () => {
    const { world, pools, sandbox } = await weakenedPools(['eu-west-1'], 3);
    sandbox.faults.add({
      kind: 'access-denied',
      operation: 'DescribeUserPool',
      poolId: 'eu-west-1_Copy1',
    });

    const { log } = await enforcing(world, pools);

    expect(log.written()).toEqual({ changes: 2, pools: 2 });
    expect(log.failed()).toMatchObject([{ pool: { id: 'eu-west-1_Copy1' }, isSent: false }]);
    expect(log.left()).toEqual([]);
  });

  it('are left in a Region whose ledger can’t be used, and put right in others', async () => {
    const { world, pools } = await weakenedPools(['eu-west-1', 'us-east-1'], 2);
    const worldOf = async (region: string): Promise<World> => ({
      ...world,
      ledger: {
        ...world.ledger,
        claim: (pool, ...rest) =>
          region === 'us-east-1'
            ? Promise.reject(new CliError('The ledger can’t be used.', exitCode.aws))
            : world.ledger.claim(pool, ...rest),
      },
    });

    const { log } = await enforcing(world, pools, { worldOf });

    expect(log.written()).toEqual({ changes: 2, pools: 2 });
    expect(log.failed()).toMatchObject([{ pool: { id: 'us-east-1_Copy0' }, isSent: false }]);
    expect(idsOf(log.left())).toEqual(['us-east-1_Copy1']);
  });

  it('are known to be written perhaps, where nobody can look after the write', async () => {
    const { world, pools, sandbox } = await weakenedPools(['eu-west-1'], 1);
    const write: World['pools']['write'] = async (...args) => {
      const result = await world.pools.write(...args);
      sandbox.faults.add({ kind: 'access-denied', operation: 'DescribeUserPool' });
      return result;
    };

    const { log } = await enforcing({ ...world, pools: { ...world.pools, write } }, pools);

    expect(log.failed()).toMatchObject([{ pool: { id: 'eu-west-1_Copy0' }, isSent: true }]);
    expect(log.underWay()).toEqual([]);
  });

  it('are put right once somebody else’s look at them is over', async () => {
    const { world, pools, clock } = await weakenedPools(['eu-west-1'], 1);
    const now = clock.now().toISOString();
    const [pool] = pools;
    const claim = pool && (await world.ledger.claim(pool, [], now));
    const time = aVirtualTime();
    const wait: Enforcing['wait'] = async (milliseconds) => {
      if (claim?.kind === 'claimed' && milliseconds === 2000) await world.ledger.abandon(claim.lease);
      await time.wait(milliseconds);
    };

    const { log } = await enforcing(world, pools, { ...time, wait });

    expect(log.written()).toEqual({ changes: 1, pools: 1 });
    expect(time.now()).toBeGreaterThanOrEqual(2000);
  });

  it('are left where somebody else goes on holding them', async () => {
    const { world, pools, clock } = await weakenedPools(['eu-west-1'], 1);
    for (const pool of pools) await world.ledger.claim(pool, [], clock.now().toISOString());

    const { log } = await enforcing(world, pools);

    expect(log.written()).toEqual({ changes: 0, pools: 0 });
    expect(log.failed()).toMatchObject([{ pool: { id: 'eu-west-1_Copy0' }, isSent: false }]);
  });

  it('are told by the look that wrote, where a call had them looked at once more', async () => {
    const { world, pools, clock } = await weakenedPools(['eu-west-1'], 1);
    const tell: World['tell'] = async ({ changes, pool }) => {
      clock.pass(1000);
      if (changes.length > 0 && pool)
        await world.ledger.claim(
          pool,
          [aCall({ eventId: 'meanwhile', eventTime: clock.now().toISOString() })],
          clock.now().toISOString(),
        );
    };

    const { log, enforced } = await enforcing({ ...world, tell }, pools);

    expect(log.written()).toEqual({ changes: 1, pools: 1 });
    expect(enforced[0]?.told.map(({ kind }) => kind)).toEqual(['remediated']);
    expect(enforced[0]?.last.id).not.toBe(enforced[0]?.told[0]?.id);
  });
});
