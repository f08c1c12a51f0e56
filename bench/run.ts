import { burst } from './burst.ts';
import { engines } from './engines.ts';
import { evaluate } from './evaluate.ts';
import { loading } from './loading.ts';
import { report } from './report.ts';
import { writeResults } from './results.ts';
import { isReached, type Row } from './row.ts';
import { sweep } from './sweep.ts';
import { tableOf } from './table.ts';
import { trigger } from './trigger.ts';

// Benchmarks one after the other, each with its table. docs/performance.md says what they are for.
const all: Row[] = [];
for (const bench of [loading, trigger, burst, sweep, evaluate, engines, report]) {
  const rows = await bench.run();
  console.log(`\n${bench.name}\n\n${tableOf(rows)}`);
  await writeResults(bench.name, rows);
  all.push(...rows);
}
const missed = all.filter((row) => !isReached(row));
console.log(
  `\n${all.length} figures, ${missed.length} not reached. JSON: dist/bench/. What they mean: docs/performance.md`,
);
