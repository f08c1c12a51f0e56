import { describe, expect, it } from 'vitest';
import { lookAtPools, mostAtOnce, type Round } from '../../../src/cli/live/look-at-pools.ts';
import { noProgress } from '../../../src/cli/live/progress.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import { paceOf } from '../../../src/sweep/pace.ts';
import { aVirtualTime } from '../../support/a-virtual-time.ts';

const pageSize = 60;

/** A door behind which each Region has so many pools, and that notes when it is knocked at. */
const aRound = (pools: number, overrides: Partial<Round> = {}) => {
  const time = aVirtualTime();
  const reads: number[] = [];
  const round: Round = {
    ...time,
    pools: {
      page: async (region, { from = '0' } = {}) => {
        reads.push(time.now());
        const start = Number(from);
        const size = Math.min(pageSize, pools - start);
        const ids = Array.from({ length: size }, (_, index) => `${region}_P${start + index}`);
        return start + size < pools ? { ids, next: String(start + size) } : { ids };
      },
    },
    accountId: '111122223333',
    regions: ['eu-west-1'],
    named: [],
    pace: paceOf(0.5),
    progress: noProgress,
    isEnded: () => false,
    ...overrides,
  };
  return { round, time, reads };
};

describe('a round of looks', () => {
  it('takes ten thousand pools and holds a few of them at a time, within the quota, and its share of it on average', async () => {
    const { round, time, reads } = aRound(10_000);
    let held = 0;
    let most = 0;
    const seen = new Set<string>();

    await lookAtPools(round, {
      look: async ({ id }) => {
        reads.push(time.now(), time.now());
        held += 1;
        most = Math.max(most, held);
        await time.wait(5000);
        return id;
      },
      take: (id) => {
        held -= 1;
        seen.add(id);
      },
      miss: () => {},
      empty: () => {},
    });

    const perSecond = Map.groupBy(reads, (at) => Math.floor(at / 1000));
    const seconds = time.now() / 1000;
    expect(seen.size).toBe(10_000);
    expect(most).toBeLessThanOrEqual(mostAtOnce);
    expect(held).toBe(0);
    expect(Math.max(...[...perSecond.values()].map(({ length }) => length))).toBeLessThanOrEqual(15);
    expect(reads.length / seconds).toBeLessThanOrEqual(7.5);
  });

  it('keeps to the pace where answers come at once', async () => {
    const { round, time } = aRound(300);
    const looks: number[] = [];

    await lookAtPools(round, {
      look: async () => {
        looks.push(time.now());
      },
      take: () => {},
      miss: () => {},
      empty: () => {},
    });

    const { looks: most } = paceOf(0.5);
    for (const [index, at] of looks.entries())
      expect((looks[index + most] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(1000);
  });

  it('goes through Regions side by side, each at its own pace', async () => {
    const one = aRound(300);
    const four = aRound(300, { regions: ['eu-west-1', 'us-east-1', 'eu-south-1', 'sa-east-1'] });
    const steps = { look: async () => {}, take: () => {}, miss: () => {}, empty: () => {} };

    await lookAtPools(one.round, steps);
    await lookAtPools(four.round, steps);

    expect(four.time.now()).toBe(one.time.now());
  });

  it('goes on where a Region refuses and where a pool can’t be read', async () => {
    const { round } = aRound(3, { regions: ['eu-west-1', 'us-east-1'] });
    const page: Round['pools']['page'] = (region, options) =>
      region === 'us-east-1' ? Promise.reject(new Error('no')) : round.pools.page(region, options);
    const missed: unknown[] = [];
    const seen: string[] = [];

    await lookAtPools(
      { ...round, pools: { page } },
      {
        look: async ({ id }) => (id.endsWith('P1') ? Promise.reject(new Error('denied')) : id),
        take: (id) => seen.push(id),
        miss: (place) => missed.push(place),
        empty: () => {},
      },
    );

    expect(seen).toEqual(['eu-west-1_P0', 'eu-west-1_P2']);
    expect(missed).toEqual([{ region: 'us-east-1' }, { region: 'eu-west-1', pool: 'eu-west-1_P1' }]);
  });

  it('enters each Region that has pools once, and misses those where that fails', async () => {
    const { round } = aRound(130, { regions: ['eu-west-1', 'us-east-1', 'eu-south-1'] });
    const page: Round['pools']['page'] = (region, options) =>
      region === 'eu-south-1' ? Promise.resolve({ ids: [] }) : round.pools.page(region, options);
    const entered: string[] = [];
    const missed: unknown[] = [];
    const seen: string[] = [];
    const empty: string[] = [];

    await lookAtPools(
      { ...round, pools: { page } },
      {
        enter: async (region) => {
          entered.push(region);
          if (region === 'us-east-1') throw new Error('no ledger');
        },
        look: async ({ id }) => id,
        take: (id) => seen.push(id),
        miss: (place) => missed.push(place),
        empty: (region) => empty.push(region),
      },
    );

    expect(empty).toEqual(['eu-south-1']);
    expect(entered.toSorted()).toEqual(['eu-west-1', 'us-east-1']);
    expect(missed).toEqual([{ region: 'us-east-1' }]);
    expect(seen).toHaveLength(130);
  });

  it('looks at the pools that are named and lists none', async () => {
    const named = [poolRef('111122223333', 'ap-south-1', 'ap-south-1_A')];
    const { round, reads } = aRound(3, { named });
    const seen: string[] = [];

    await lookAtPools(round, {
      look: async ({ id }) => id,
      take: (id) => seen.push(id),
      miss: () => {},
      empty: () => {},
    });

    expect(seen).toEqual(['ap-south-1_A']);
    expect(reads).toEqual([]);
  });

  it('begins no look once it is ended, and says how many are left', async () => {
    const seen: string[] = [];
    const { round } = aRound(50, { isEnded: () => seen.length >= 12 });

    const left = await lookAtPools(round, {
      look: async ({ id }) => id,
      take: (id) => seen.push(id),
      miss: () => {},
      empty: () => {},
    });

    expect(seen.length).toBeLessThan(12 + mostAtOnce);
    expect(left).toBe(50 - seen.length);
  });
});
