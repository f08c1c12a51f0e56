import type { Mistake } from '../mistake.ts';
import type { SourcePlace } from '../policy.ts';

/** A name that a policy, a rule or an owner has, and where. */
export interface TakenName {
  readonly of: 'policy' | 'rule' | 'owner';
  readonly name: string;
  readonly source: SourcePlace;
}

/** Names that are taken already: exemptions, notices and commands name policies, rules and owners without their file. */
export const repeatedNames = (names: readonly TakenName[]): readonly Mistake[] =>
  names.flatMap((taken, index) => {
    const first = names.findIndex((other) => other.of === taken.of && other.name === taken.name);
    const place = names[first]?.source;
    if (first === index || !place) return [];
    const message = `There is ${taken.of === 'owner' ? 'an' : 'a'} ${taken.of} "${taken.name}" already, at ${place.file}:${place.line}:${place.column}.`;
    return [{ ...taken.source, message }];
  });
