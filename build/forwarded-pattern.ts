import { isDeepStrictEqual } from 'node:util';

/** An event pattern of EventBridge, as serverless.yml has it. */
export type EventPattern = Readonly<Record<string, unknown>>;

/**
 * One pattern that matches what any of several matches: what they have in common, and the rest as alternatives.
 * Source of `$or`: Amazon EventBridge user guide, "Comparison operators".
 * @param patterns at least two, none of them all that another has
 */
export const forwardedPattern = (patterns: readonly EventPattern[]): EventPattern => {
  const [first = {}, ...others] = patterns;
  const common = Object.entries(first).filter(([name, wanted]) =>
    others.every((other) => isDeepStrictEqual(other[name], wanted)),
  );
  const shared = new Set(common.map(([name]) => name));
  const own = patterns.map((pattern) =>
    Object.fromEntries(Object.entries(pattern).filter(([name]) => !shared.has(name))),
  );
  return { ...Object.fromEntries(common), $or: own };
};
