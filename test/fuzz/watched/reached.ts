import { Session } from 'node:inspector/promises';

const root = new URL('../../..', import.meta.url).href;

/** Whose code tells whether a text reached something new: the product's, and the parser's that it reads YAML with. */
const isWatched = (url: string): boolean =>
  url.startsWith(`${root}src/`) || url.startsWith(`${root}node_modules/yaml/`);

/** So many bits of a feature say how often a block ran. */
const countBits = 4;

/** The block that a feature is of. */
export const blockOf = (feature: number): number => feature >>> countBits;

/** Counts that count as the same: 1, 2, 3, 4 to 7, 8 to 15 and so on; all above 65,535. */
const aboutHowOften = (count: number): number =>
  count < 4 ? count : Math.min(15, Math.floor(Math.log2(count)) + 2);

/**
 * Watches which blocks of code run in this process. What is loaded later is watched to the block.
 * @returns a function that gives what ran since it was last called: a number for each block and about how often
 */
export const watchReached = async (): Promise<() => Promise<Uint32Array>> => {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const bases = new Map<string, number>();
  const baseOf = (scriptId: string, url: string): number => {
    const base = bases.get(scriptId) ?? mixed(url);
    bases.set(scriptId, base);
    return base;
  };
  return async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const features = new Set<number>();
    for (const { scriptId, url, functions } of result) {
      if (!isWatched(url)) continue;
      const base = baseOf(scriptId, url);
      for (const { ranges } of functions)
        for (const { startOffset, endOffset, count } of ranges)
          if (count > 0) features.add(featureOf(base, startOffset, endOffset, count));
    }
    return Uint32Array.from(features);
  };
};

const featureOf = (base: number, start: number, end: number, count: number): number => {
  const block = Math.imul(Math.imul(base ^ start, 0x9e3779b1) ^ end, 0x85ebca6b);
  return (((block ^ (block >>> 15)) << countBits) | aboutHowOften(count)) >>> 0;
};

/** A number of 32 bits for a text: FNV-1a, by Fowler, Noll and Vo. */
const mixed = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
};
