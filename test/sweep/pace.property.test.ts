import fc from 'fast-check';
import { expect, test } from 'vitest';
import { delayOf, lengthOf, paceOf } from '../../src/sweep/pace.ts';
import { aSweeper, poolIds, scheduled } from '../support/a-sweeper.ts';

const share = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);
const regions = fc
  .array(fc.integer({ min: 0, max: 1_500 }), { minLength: 1, maxLength: 3 })
  .map((counts) =>
    Object.fromEntries(
      counts.map((count, index) => [`eu-west-${index}`, poolIds(`eu-west-${index}`, count)]),
    ),
  );

/** The most reads that any window of so many seconds has, where each look is two reads and each page one. */
const mostReads = (looks: readonly number[], pages: readonly number[], seconds: number): number => {
  const reads = [...looks.map((at) => ({ at, reads: 2 })), ...pages.map((at) => ({ at, reads: 1 }))].toSorted(
    (left, right) => left.at - right.at,
  );
  let most = 0;
  let sum = 0;
  let first = 0;
  for (const each of reads) {
    sum += each.reads;
    for (let oldest = reads[first]; oldest && oldest.at <= each.at - seconds * 1000; oldest = reads[first]) {
      sum -= oldest.reads;
      first += 1;
    }
    most = Math.max(most, sum);
  }
  return most;
};

test('a sweep asks for every pool once, ends, and takes its share of a Region’s quota, in any stretch a look and a page besides', async () => {
  await fc.assert(
    fc.asyncProperty(share, regions, async (taken, pools) => {
      const { bring, run, asked, pages, queue, counts, record } = aSweeper({
        regions: pools,
        share: taken,
      });

      await bring(scheduled);
      await run();

      expect(asked.map(({ look }) => look.pool.id).toSorted()).toEqual(
        Object.values(pools).flat().toSorted(),
      );
      expect(queue).toEqual([]);
      expect(counts).toEqual({ SweepsCompleted: 1, PoolsSwept: asked.length, PoolsMissed: 0 });
      expect(record()?.sweep).toBeUndefined();
      for (const region of Object.keys(pools)) {
        const looks = asked.flatMap(({ look, comesAt }) => (look.pool.region === region ? [comesAt] : []));
        const listings = pages.flatMap((page) => (page.region === region ? [page.at] : []));
        for (const seconds of [1, 2, 7, 60, 600])
          expect(mostReads(looks, listings, seconds)).toBeLessThanOrEqual(15 * taken * seconds + 3);
        expect(mostReads(looks, listings, 1)).toBeLessThanOrEqual(15);
      }
    }),
    { numRuns: 60 },
  );
});

test('a step’s looks come up within 15 minutes, and the next step with the last of them', () => {
  fc.assert(
    fc.property(share, (taken) => {
      const pace = paceOf(taken);
      const most = pace.pageSize * pace.pages;

      expect(pace.pageSize).toBeGreaterThanOrEqual(1);
      expect(pace.pageSize).toBeLessThanOrEqual(60);
      expect(delayOf(pace, most - 1)).toBeLessThan(lengthOf(pace, most));
      // With the five minutes that the last looks have.
      expect(lengthOf(pace, most)).toBeLessThanOrEqual(900 - 300);
    }),
  );
});

test.each([
  ['one Region', { 'eu-west-1': poolIds('eu-west-1', 1_000) }, 1_000],
  ['two Regions', { 'eu-west-1': poolIds('eu-west-1', 500), 'us-east-1': poolIds('us-east-1', 500) }, 500],
  [
    'a large Region beside two small ones',
    {
      'eu-west-1': poolIds('eu-west-1', 900),
      'us-east-1': poolIds('us-east-1', 90),
      'us-west-2': poolIds('us-west-2', 10),
    },
    900,
  ],
])(
  'the looks at %s take as long as the largest alone, at the share of the quota',
  async (_, regions, largest) => {
    const { bring, run, asked, clock } = aSweeper({ regions });
    const begunAt = clock.now().getTime();

    await bring(scheduled);
    await run();

    const seconds = (Math.max(...asked.map(({ comesAt }) => comesAt)) - begunAt) / 1000;
    const reads = 2 * largest + largest / 60;
    expect(seconds).toBeLessThanOrEqual((reads / 7.5) * 1.05);
  },
);

test.each([
  [0.01, 0.075, 18, 1],
  [0.5, 3.75, 60, 15],
  [1, 7, 60, 15],
])(
  'the share %f of the quota is %f looks a second, in steps of pages of %i, %i of them',
  (taken, looks, pageSize, pages) => {
    expect(paceOf(taken)).toEqual({ looks, listings: 15 * taken, pageSize, pages });
  },
);
