import { pacedSweep } from './paced-sweep.ts';
import type { Bench } from './row.ts';
import { runAlone } from './run-alone.ts';
import { sweepMemory } from './sweep-memory.ts';

/** How fast a sweep goes, and what it holds. */
export const sweep: Bench = {
  name: 'sweep',
  run: async () => [...(await pacedSweep()), ...(await sweepMemory())],
};

await runAlone(import.meta, sweep);
