import { writeResults } from './results.ts';
import type { Bench } from './row.ts';
import { tableOf } from './table.ts';

/** Runs a benchmark whose file was started by itself: prints its table, and writes its JSON. */
export const runAlone = async ({ main }: ImportMeta, bench: Bench): Promise<void> => {
  if (!main) return;
  const rows = await bench.run();
  console.log(tableOf(rows));
  console.log(`\n${await writeResults(bench.name, rows)}`);
};
