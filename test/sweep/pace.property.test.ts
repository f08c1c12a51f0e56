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

test('a sweep asks for every pool once, ends, and never takes more than its share of the quota', async () => {
  await fc.assert(
    fc.asyncProperty(share, regions, async (taken, pools) => {
      const { bring, run, asked, pages, queue, counts, record, sweeper } = aSweeper({
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
      const looks = asked.map(({ comesAt }) => comesAt);
      for (const seconds of [1, 2, 7, 60, 600].map((unit) => unit * sweeper.pace.seconds))
        expect(mostReads(looks, pages, seconds)).toBeLessThanOrEqual(15 * taken * seconds + 1e-9);
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

test('half of the quota is three looks a second', () => {
  expect(paceOf(0.5)).toEqual({ looks: 3, seconds: 1, pageSize: 60, pages: 12 });
});
