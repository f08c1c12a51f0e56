import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pacer } from '../../../src/cli/live/pacer.ts';
import { paceOf, readsPerSecond } from '../../../src/sweep/pace.ts';
import { aVirtualTime } from '../../support/a-virtual-time.ts';

const share = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);
const wanted = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 60 });

/** When each look begins, in milliseconds, where the next is asked for as soon as those before have begun. */
const begun = async (taken: number, looks: readonly number[]): Promise<readonly number[]> => {
  const time = aVirtualTime();
  const myTurn = pacer(paceOf(taken), time);
  const times: number[] = [];
  for (const many of looks) {
    await myTurn(many);
    times.push(...Array.from({ length: many }, () => time.now()));
  }
  return times;
};

test('looks take their share of the quota of reads on average, and never more than all of it for those asked for one by one', async () => {
  await fc.assert(
    fc.asyncProperty(share, fc.integer({ min: 1, max: 200 }), async (taken, count) => {
      const times = await begun(taken, Array(count).fill(1));

      const pace = paceOf(taken);
      const seconds = (times.at(-1) ?? 0) / 1000;
      expect(times.length).toBeLessThanOrEqual(seconds * pace.looks + Math.max(1, pace.looks) + 1e-6);
      for (const from of times) {
        const inASecond = times.filter((at) => at >= from && at < from + 999.999).length;
        expect(2 * inASecond).toBeLessThanOrEqual(readsPerSecond);
      }
    }),
  );
});

test('whoever asks for several begins when the last of them may', async () => {
  await fc.assert(
    fc.asyncProperty(share, wanted, async (taken, looks) => {
      const together = await begun(taken, looks);
      const oneByOne = await begun(taken, Array(together.length).fill(1));

      expect(together.at(-1)).toBeCloseTo(oneByOne.at(-1) ?? Number.NaN, 3);
    }),
  );
});
