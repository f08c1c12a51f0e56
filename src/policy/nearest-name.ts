import { closest, distance } from 'fastest-levenshtein';

/**
 * The known name that somebody most likely meant.
 * A dotted name is also compared by its end, so that `MinimumLength` finds `Policies.PasswordPolicy.MinimumLength`.
 * @returns undefined where nothing known is near
 */
export const nearestName = (written: string, known: readonly string[]): string | undefined => {
  const lower = written.toLowerCase();
  const byEnd = new Map(known.map((name) => [lastParts(name, partsOf(written)).toLowerCase(), name]));
  if (byEnd.size === 0) return undefined;
  const candidate = closest(lower, [...byEnd.keys()]);
  return isTypingMistake(lower, candidate) ? byEnd.get(candidate) : undefined;
};

/** `; did you mean X?`, or nothing where no known name is near. */
export const didYouMean = (written: string, known: readonly string[]): string => {
  const name = nearestName(written, known);
  return name === undefined ? '' : `; did you mean ${name}?`;
};

/** Each hint compares a name with every known one; whoever has so many names wrong has no use for more. */
const mostHints = 100;

/** `didYouMean` for each of many names; after a hundred of them, nothing is looked for. */
export const hintsFor = (
  written: readonly string[],
  known: readonly string[],
): ((name: string) => string) => {
  const names = [...new Set(written)].slice(0, mostHints);
  const hints = new Map(names.map((name) => [name, didYouMean(name, known)]));
  return (name) => hints.get(name) ?? '';
};

/** A third of the letters wrong at most, or two of them swapped; more is another name. */
const isTypingMistake = (written: string, name: string): boolean =>
  distance(written, name) <= Math.max(1, Math.floor(written.length / 3)) ||
  lettersOf(written) === lettersOf(name);

const lettersOf = (name: string): string => [...name].sort().join();

const partsOf = (name: string): number => name.split('.').length;

const lastParts = (name: string, count: number): string => name.split('.').slice(-count).join('.');
