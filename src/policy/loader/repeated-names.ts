import type { Mistake } from '../mistake.ts';
import type { SourcePlace } from '../policy.ts';

/** A name that a policy or a rule has, and where. */
export interface TakenName {
  readonly of: 'policy' | 'rule';
  readonly name: string;
  readonly source: SourcePlace;
}

/** Names that are taken already: exemptions, notices and commands name policies and rules without their file. */
export const repeatedNames = (names: readonly TakenName[]): readonly Mistake[] =>
  names.flatMap((taken, index) => {
    const first = names.findIndex((other) => other.of === taken.of && other.name === taken.name);
    const place = names[first]?.source;
    if (first === index || !place) return [];
    const message = `There is a ${taken.of} "${taken.name}" already, at ${place.file}:${place.line}:${place.column}.`;
    return [{ ...taken.source, message }];
  });
