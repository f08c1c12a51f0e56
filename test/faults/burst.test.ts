import { describe, expect, it } from 'vitest';
import { burstOf, looksAt } from './a-burst.ts';
import { callsAreNamed } from './promises/calls-are-named.ts';
import { region } from './world/cognito-in-time.ts';

/** A thousand for each pool; of the variants in the ordinary suite, a hundred. */
const most = 1000;
const some = process.env.FAULT_SEEDS === undefined ? 100 : most;
describe('events for ten pools, all at once', () => {
  it.each([
    [10 * most, 'weakened pool that settles for 20 seconds', most, 20, true],
    [10 * some, 'weakened pool that settles at once', some, 0, true],
    [10 * some, 'pool that is in order', some, 20, false],
  ])(
    '%i of them make at most three looks at a %s, and lose no call',
    { timeout: 120_000 },
    async (_, __, eventsForEach, settleSeconds, isWeak) => {
      const { stage, pools } = await burstOf(eventsForEach, { settleSeconds, leavesDebt: true }, isWeak);

      const { observed, queues } = stage;
      expect(pools.map((id) => looksAt(stage, id)).filter((looks) => looks > 3)).toEqual([]);
      expect(queues.wired('pool-changes', region).messages()).toEqual([]);
      expect(queues.wired('pool-changes-dead-letters', region).messages()).toEqual([]);
      expect(callsAreNamed({ stage })).toEqual([]);
      expect(observed.writes).toHaveLength(isWeak ? 10 : 0);
    },
  );
});
