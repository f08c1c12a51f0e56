import { type Profiler, type Runtime, Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Where the processor's time goes.
 * @returns the product's function in which, or in what it called, most of it was spent
 */
export const hottestIn = async (work: () => Promise<void>): Promise<string> => {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return hottestOf(profile);
};

const hottestOf = ({ nodes, samples = [] }: Profiler.Profile): string => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const counts = new Map<string, number>();
  for (const sample of samples) {
    const place = placeOf(sample, byId, callers);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const [hottest] = [...counts].sort(([, left], [, right]) => right - left);
  return hottest?.[0] ?? 'nowhere';
};

/** The innermost function of the product at work; of a library's, where V8 has cut a deep stack before it comes to the product. */
const placeOf = (
  sample: number,
  byId: ReadonlyMap<number, Profiler.ProfileNode>,
  callers: ReadonlyMap<number, number>,
): string => {
  for (let id: number | undefined = sample; id !== undefined; id = callers.get(id)) {
    const frame = byId.get(id)?.callFrame;
    if (frame?.url.startsWith(`file://${root}src/`)) return frameText(frame);
  }
  const innermost = byId.get(sample)?.callFrame;
  return innermost ? frameText(innermost) : 'nowhere';
};

const frameText = ({ functionName, url, lineNumber }: Runtime.CallFrame): string =>
  `${functionName || '(anonymous)'} ${url.replace(`file://${root}`, '')}:${lineNumber + 1}`;
