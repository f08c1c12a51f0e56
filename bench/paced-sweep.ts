import { after, hour } from '../src/history/times.ts';
import { createQuotas } from '../src/sandbox/cognito/quotas.ts';
import { readsPerSecond } from '../src/sweep/pace.ts';
import { aPool } from '../test/faults/people/a-pool.ts';
import { lifeguardAtWork, sweepShare } from '../test/faults/world/lifeguard-at-work.ts';
import { policiesFor } from '../test/faults/world/policies-for.ts';
import { scheduled } from '../test/faults/world/scheduled.ts';
import { aStage, start } from '../test/faults/world/stage.ts';
import type { Row } from './row.ts';

const regions = ['eu-west-1', 'us-east-1'];
const poolsOfEach = 500;

/** The reads of a Region: when each was answered, in milliseconds, and how many were refused. */
interface Reads {
  readonly at: number[];
  refused: number;
}

/** The most of them in any second. */
const mostInASecond = (at: readonly number[]): number => {
  let first = 0;
  return at.reduce((most, time, index) => {
    while ((at[first] ?? time) <= time - 1000) first += 1;
    return Math.max(most, index - first + 1);
  }, 0);
};

/**
 * A sweep of a thousand pools in two Regions by the three functions behind their queues, with Cognito's quotas enforced
 * by the sandbox's Cognito; time is worked out, not waited for: answers, deliveries and starts take what they take on
 * average.
 */
export const pacedSweep = async (): Promise<readonly Row[]> => {
  const reads = new Map<string, Reads>(regions.map((region) => [region, { at: [], refused: 0 }]));
  const stage = aStage(1, {
    quotas: createQuotas(),
    onRead: ({ region, at }, answer) => {
      const those = reads.get(region);
      those?.at.push(at.getTime());
      if (those && answer.kind === 'refused') those.refused += 1;
    },
  });
  const sound = { ...stage.chance, happens: () => false };
  for (const region of regions)
    for (let index = 0; index < poolsOfEach; index += 1)
      stage.cognito.look('CreateUserPool', aPool(`pool-${index}`, sound), region);
  lifeguardAtWork(stage, await policiesFor([]), { settleSeconds: 20, leavesDebt: true }, regions);
  stage.queues.send(stage.queues.wired('sweeps', regions[0] ?? ''), JSON.stringify(scheduled));
  await stage.time.runUntil(after(start, hour));

  const seconds = ({ at }: Reads): number => ((at.at(-1) ?? 0) - (at[0] ?? 0)) / 1000;
  const all = [...reads.values()];
  const slowest = all.reduce((left, right) => (seconds(left) > seconds(right) ? left : right));
  const bound = slowest.at.length / (readsPerSecond * sweepShare);
  const looked = [...stage.observed.looks.values()].reduce((sum, looks) => sum + looks, 0);
  return [
    {
      what: `sweep of ${looked.toLocaleString('en-US')} pools in two Regions, to what half of the quota allows`,
      figure: seconds(slowest) / bound,
      unit: '×',
      limit: 1.05,
      note: `${Math.round(seconds(slowest))} s, ${slowest.at.length} reads a Region`,
    },
    {
      what: 'calls that were throttled',
      figure: all.reduce((sum, { refused }) => sum + refused, 0),
      unit: '',
      limit: 0,
      note: `most reads in a second: ${Math.max(...all.map(({ at }) => mostInASecond(at)))} of ${readsPerSecond}`,
    },
  ];
};
