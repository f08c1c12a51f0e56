import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { functionEnvironment } from './function-environment.ts';
import { partOf } from './parts-of-a-bundle.ts';

/** Microseconds between two looks at what is going on. */
const interval = 100;
const loads = 20;

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
      readonly columnNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const nodes = 'Node: reading, parsing and linking';
/** One function to the profiler, whoever wrote it. */
const topLevel = 'classes and constants of all parts';

/** Whom a moment belongs to; undefined where Node only starts or waits. */
const ownerOf = (
  { functionName, url, lineNumber, columnNumber }: Profile['nodes'][number]['callFrame'],
  bundle: string,
  map: SourceMap,
): string | undefined => {
  if (url === bundle) {
    const entry = map.findEntry(lineNumber, columnNumber);
    return 'originalSource' in entry && entry.originalSource ? partOf(entry.originalSource) : topLevel;
  }
  if (functionName === '(idle)' || functionName === '(root)') return undefined;
  return functionName === '(garbage collector)' ? 'collecting garbage' : nodes;
};

/** Loads a bundle in a process of its own, with its profiler on, and adds up the microseconds of each owner. */
const profiled = async (file: string, map: SourceMap, into: Map<string, number>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-profile-'));
  try {
    await promisify(execFile)(
      process.execPath,
      [
        '--cpu-prof',
        `--cpu-prof-interval=${interval}`,
        `--cpu-prof-dir=${folder}`,
        '--input-type=module',
        '-e',
        `await import(${JSON.stringify(file)})`,
      ],
      { env: functionEnvironment },
    );
    const [name = ''] = await readdir(folder);
    const profile: Profile = JSON.parse(await readFile(join(folder, name), 'utf8'));
    const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
    const bundle = pathToFileURL(file).href;
    const first = profile.samples.findIndex((id) => frames.get(id)?.url === bundle);
    const last = profile.samples.findLastIndex((id) => frames.get(id)?.url === bundle);
    for (let index = first; index <= last; index += 1) {
      const frame = frames.get(profile.samples[index] ?? 0);
      const owner = frame && ownerOf(frame, bundle, map);
      if (owner) into.set(owner, (into.get(owner) ?? 0) + (profile.timeDeltas[index] ?? 0));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
};

/**
 * Where the processor is while a bundle is loaded, from its first statement to its last, over several loads.
 * @param file the bundle, with its source map beside it
 * @returns shares of 1 by part, the largest first
 */
export const whereLoadingGoes = async (file: string): Promise<readonly (readonly [string, number])[]> => {
  const payload: SourceMapPayload = JSON.parse(await readFile(`${file}.map`, 'utf8'));
  const map = new SourceMap(payload);
  const times = new Map<string, number>();
  for (let load = 0; load < loads; load += 1) await profiled(file, map, times);
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times]
    .map(([part, time]) => [part, time / all] as const)
    .toSorted(([, left], [, right]) => right - left);
};
