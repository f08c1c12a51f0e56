import { ajvEngine } from './engines/ajv.ts';
import { cedarEngine } from './engines/cedar.ts';
import { celEngine } from './engines/cel.ts';
import type { Engine } from './engines/engine.ts';
import { jsonRulesEngine } from './engines/json-rules.ts';
import { lifeguardEngine } from './engines/lifeguard.ts';
import { interleaved, ratioOf } from './interleaved.ts';
import { measuredPools } from './measured-pools.ts';
import { policiesIn } from './policies-in.ts';
import type { Bench, Row } from './row.ts';
import { runAlone } from './run-alone.ts';

const disagreements = async (
  engines: readonly Engine[],
  pools: ReturnType<typeof measuredPools>,
): Promise<number> => {
  let count = 0;
  for (const pool of pools) {
    const verdicts = await Promise.all(
      engines.map(async ({ broken }) => [...(await broken(pool))].toSorted().join(' ')),
    );
    if (new Set(verdicts).size > 1) count += 1;
  }
  return count;
};

/** The same twenty rules over the same 10,000 pools, by other engines. Reading the pool from AWS is nobody's part. */
export const engines: Bench = {
  name: 'engines',
  run: async () => {
    const pools = measuredPools(10_000);
    const lifeguard = lifeguardEngine(await policiesIn('twenty'));
    const others = [ajvEngine(), celEngine(), jsonRulesEngine(), cedarEngine()];
    const differing = await disagreements([lifeguard, ...others], pools);
    let next = 0;
    const workOf =
      ({ broken }: Engine) =>
      async () => {
        for (let each = 0; each < 100; each += 1) {
          next = (next + 1) % pools.length;
          await broken(pools[next] as (typeof pools)[number]);
        }
      };
    const times = await interleaved(
      Object.fromEntries([lifeguard, ...others].map((engine) => [engine.name, workOf(engine)])),
    );
    const own = times[lifeguard.name];
    const rows = others.map(({ name }): Row => {
      const time = times[name];
      if (!time || !own) throw new Error(`${name} was not timed.`);
      const ratio = ratioOf(time, own);
      return {
        what: `${name}, the same 20 rules`,
        figure: ratio.median,
        unit: '× Lifeguard',
        spread: [ratio.low, ratio.high],
      };
    });
    return [
      { what: 'pools of 10,000 on which engines disagree', figure: differing, unit: '', limit: 0 },
      ...rows,
    ];
  },
};

await runAlone(import.meta, engines);
