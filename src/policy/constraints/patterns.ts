import type { SettingValue } from '../../pool/setting-value.ts';
import type { Patterns } from '../constraint.ts';
import { sortedNames } from './names-asked.ts';
import type { Remedy } from './remedy.ts';

/** In characters. A pattern may take as many steps as the square of this, which is a second. */
const longest = 20_000;

/** Makes a constraint of regular expressions in its one form. */
export const patternsOf = (sources: readonly string[]): Patterns => ({
  kind: 'patterns',
  sources: sortedNames(sources),
});

/** Texts in which regular expressions find something. */
export const patterns = {
  holds: ({ sources }: Patterns, value: SettingValue): boolean =>
    typeof value === 'string' &&
    value.length <= longest &&
    sources.every((source) => new RegExp(source, 'u').test(value)),

  nearest: ({ sources }: Patterns): Remedy => ({
    kind: 'no-remedy',
    reason: `a pattern doesn’t say which text to set: ${sources.join(' and ')}`,
  }),

  describe: ({ sources }: Patterns): string => `text that matches ${sources.join(' and ')}`,

  contradiction: (): undefined => undefined,

  intersect: (left: Patterns, right: Patterns): Patterns => patternsOf([...left.sources, ...right.sources]),
};
