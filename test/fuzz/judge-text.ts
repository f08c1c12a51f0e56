import type { Broken } from './watched/reading.ts';
import type { WatchedProcess } from './watched/watched-process.ts';

/** Milliseconds of a processor that a text of 64 KB may take: on a machine that others keep busy, twice of what it takes on an idle one. */
export const longestRead = 600;

/** Others at work on the machine make a reading longer, never shorter. */
const tries = 3;

/**
 * Reads a text in a process that nothing slows down.
 * @returns the promise that it breaks; undefined where it breaks none
 */
export const judgeText = async (plain: WatchedProcess, text: string): Promise<Broken | undefined> => {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < tries && least > longestRead; time += 1) {
    const reading = await plain.read(text);
    if (reading.kind === 'broken') return reading;
    least = Math.min(least, reading.milliseconds);
  }
  if (least <= longestRead) return undefined;
  const profiled = await plain.read(text, { profiled: true });
  if (profiled.kind === 'broken') return profiled;
  return {
    kind: 'broken',
    how: 'took too long',
    what: `most of ${Math.round(least)} ms in ${profiled.hottest}`,
  };
};

/** The same for the same defect, whatever the text: what is said of it first, and where it was thrown. */
export const signatureOf = ({ how, what }: Broken): string => {
  const [first = '', ...more] = what.split('\n');
  const frame = more.find((line) => line.startsWith('at ')) ?? '';
  return `${how}: ${first} ${frame}`.replace(/"[^"]*"|'[^']*'/g, '…').replace(/\d+/g, '#');
};
