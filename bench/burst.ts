import { burstOf, looksAt } from '../test/faults/a-burst.ts';
import type { Bench } from './row.ts';
import { runAlone } from './run-alone.ts';

const eventsForEach = 1000;

/** What ten thousand events that come all at once, for ten pools, lead to: time is worked out, not waited for. */
export const burst: Bench = {
  name: 'burst',
  run: async () => {
    const { stage, pools } = await burstOf(eventsForEach, { settleSeconds: 20, leavesDebt: true }, true);
    const lost = ['pool-changes', 'pool-changes-dead-letters'].reduce(
      (sum, name) => sum + stage.queues.wired(name, 'eu-west-1').messages().length,
      0,
    );
    return [
      {
        what: '10,000 events for ten weakened pools: the most looks at one of them',
        figure: Math.max(...pools.map((pool) => looksAt(stage, pool))),
        unit: '',
        limit: 3,
        note: `${stage.observed.writes.length} writes for ${pools.length} pools`,
      },
      { what: 'events that were left over or given up', figure: lost, unit: '', limit: 0 },
    ];
  },
};

await runAlone(import.meta, burst);
