import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { compiledPoliciesPlugin } from '../build/compiled-policies-plugin.ts';
import { bundleFunction } from '../build/function-bundle.ts';
import { loadPolicies } from '../src/policy/load-policies.ts';
import { functionEnvironment } from './function-environment.ts';
import { ratioOf, timedOf } from './interleaved.ts';
import type { Bench } from './row.ts';
import { runAlone } from './run-alone.ts';
import { whereLoadingGoes } from './where-loading-goes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = 'src/handlers/deployed/on-pool-change.ts';
const rounds = 15;

/** Loads a bundle in a process of its own. @returns milliseconds of the processor, without the start of Node itself */
const loadingTime = async (file: string): Promise<number> => {
  const script = `
    const time = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
    const began = time();
    await import(${JSON.stringify(file)});
    console.log(time() - began);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: functionEnvironment,
  });
  return Number(stdout);
};

/** What a cold start loads: how large it is, and how long that takes beside what esbuild makes by default. */
export const loading: Bench = {
  name: 'loading',
  run: async () => {
    const loaded = await loadPolicies(join(root, 'policies'));
    if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.mistakes));
    const folder = await mkdtemp(join(tmpdir(), 'lifeguard-bench-'));
    try {
      const own = join(folder, 'own.mjs');
      await bundleFunction(entry, own, loaded.policies);
      const plain = join(folder, 'plain.cjs');
      await build({
        absWorkingDir: root,
        entryPoints: [entry],
        outfile: plain,
        bundle: true,
        minify: true,
        platform: 'node',
        plugins: [compiledPoliciesPlugin(loaded.policies)],
        logLevel: 'silent',
      });
      const times: { own: number[]; plain: number[] } = { own: [], plain: [] };
      for (let round = -1; round < rounds; round += 1)
        for (const [name, file] of [
          ['own', own],
          ['plain', plain],
        ] as const) {
          const time = await loadingTime(file);
          if (round >= 0) times[name].push(time);
        }
      const shares = (await whereLoadingGoes(own)).map(([part, share]) => ({
        what: `  of loading it: ${part}`,
        figure: 100 * share,
        unit: '%',
      }));
      const ratio = ratioOf(timedOf(times.own), timedOf(times.plain));
      return [
        {
          what: 'bundle of on-pool-change',
          figure: (await readFile(own)).length / 1000,
          unit: 'KB',
          limit: 350,
          note: `${((await readFile(plain)).length / 1000).toFixed(0)} KB by esbuild's defaults`,
        },
        {
          what: 'loading it, to what esbuild makes by default',
          figure: ratio.median,
          unit: '×',
          spread: [ratio.low, ratio.high],
          limit: 0.75,
        },
        ...shares,
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

await runAlone(import.meta, loading);
