import { isJsonObject } from '../../pool/json.ts';
import type { SettingValue } from '../../pool/setting-value.ts';
import type { Entries, NamesAsked } from '../constraint.ts';
import { areAsked, describeNames, mayHave, meetNames, namesAsked, sortedPairs, torn } from './names-asked.ts';
import type { Remedy } from './remedy.ts';

/** Makes a constraint on entries in its one form. */
export const entriesAsked = (asked: Partial<NamesAsked>, pairs: Entries['pairs'] = []): Entries => ({
  kind: 'entries',
  ...namesAsked({ ...asked, required: [...(asked.required ?? []), ...pairs.map(([key]) => key)] }),
  pairs: sortedPairs(pairs),
});

/** The entries of a map of texts. A map that isn't there has none. */
export const entries = {
  holds: (asked: Entries, value: SettingValue): boolean => {
    const map = mapOf(value);
    return areAsked(asked, [...map.keys()]) && asked.pairs.every(([key, text]) => map.get(key) === text);
  },

  /** Sets the pairs, removes keys that may not be there, and keeps the rest. */
  nearest: (asked: Entries, value: SettingValue): Remedy => {
    const why = entries.contradiction(asked);
    if (why !== undefined) return { kind: 'no-remedy', reason: why };
    const permitted = mayHave(asked);
    const kept = [...mapOf(value)].filter(([key]) => permitted(key));
    const remedy = new Map([...kept, ...asked.pairs]);
    const valueless = asked.required.find((key) => !remedy.has(key));
    if (valueless !== undefined)
      return { kind: 'no-remedy', reason: `the rule doesn’t say what ${valueless} should be` };
    if (asked.some && remedy.size === 0)
      return { kind: 'no-remedy', reason: 'the rule doesn’t say which entries to set' };
    return { kind: 'value', value: Object.fromEntries(remedy) };
  },

  describe: ({ pairs, ...asked }: Entries): string => {
    const byKey = Map.groupBy(pairs, ([key]) => key);
    const shown = (name: string): string =>
      byKey
        .get(name)
        ?.map((pair) => pair.join('='))
        .join(' and ') ?? name;
    return describeNames(
      {
        ...asked,
        required: asked.required.map(shown),
        ...(asked.within && { within: asked.within.map(shown) }),
      },
      'a map',
    );
  },

  contradiction: (asked: Entries): string | undefined => {
    const name = torn(asked);
    if (name !== undefined) return `${name} is both required and forbidden`;
    const [key] = asked.pairs.find(([each], index) => asked.pairs[index + 1]?.[0] === each) ?? [];
    if (key !== undefined) return `${key} can’t have two values`;
    return asked.some && asked.within?.length === 0 ? 'no map satisfies them all' : undefined;
  },

  intersect: (left: Entries, right: Entries): Entries =>
    entriesAsked(meetNames(left, right), [...left.pairs, ...right.pairs]),
};

const mapOf = (value: SettingValue): ReadonlyMap<string, string> =>
  new Map(isJsonObject(value) ? Object.entries(value) : []);
