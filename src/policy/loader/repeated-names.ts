import type { Mistake } from '../mistake.ts';
import type { SourcePlace } from '../policy.ts';

/** A name that a policy, a rule or an owner has, and where. */
export interface TakenName {
  readonly of: 'policy' | 'rule' | 'owner';
  readonly name: string;
  readonly source: SourcePlace;
}

/** Names that are taken already: exemptions, notices and commands name policies, rules and owners without their file. */
export const repeatedNames = (names: readonly TakenName[]): readonly Mistake[] => {
  const taken = new Map<string, SourcePlace>();
  return names.flatMap(({ of, name, source }) => {
    const first = taken.get(`${of} ${name}`);
    if (!first) {
      taken.set(`${of} ${name}`, source);
      return [];
    }
    const message = `There is ${of === 'owner' ? 'an' : 'a'} ${of} "${name}" already, at ${first.file}:${first.line}:${first.column}.`;
    return [{ ...source, message }];
  });
};
