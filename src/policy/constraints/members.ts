import type { Setting } from '../../pool/setting.ts';
import type { SettingValue } from '../../pool/setting-value.ts';
import type { Members, NamesAsked } from '../constraint.ts';
import { areAsked, describeNames, mayHave, meetNames, namesAsked, sortedPairs, torn } from './names-asked.ts';
import { arrange, describePrecedence, isCircular, isInOrder } from './precedence.ts';
import type { Remedy } from './remedy.ts';

/** Makes a constraint on members in its one form. */
export const membersAsked = (asked: Partial<NamesAsked>, pairs: Members['pairs'] = []): Members => ({
  kind: 'members',
  ...namesAsked(asked),
  pairs: sortedPairs(pairs),
});

/** The members of a list, and the order among them. */
export const members = {
  /** A list that isn't there permits AWS's defaults, so it has no member and lacks none. */
  holds: (asked: Members, value: SettingValue): boolean =>
    value === null
      ? asksNoMember(asked)
      : areAsked(asked, listOf(value)) && isInOrder(listOf(value), asked.pairs),

  /** Adds what is required, removes what may not be there, keeps the rest, and sorts only what must be. */
  nearest: (asked: Members, value: SettingValue, setting: Setting): Remedy => {
    const why = members.contradiction({ ...asked, pairs: [] }, setting);
    if (why !== undefined) return { kind: 'no-remedy', reason: why };
    const kept = [...new Set(listOf(value))].filter(mayHave(asked));
    const there = new Set(kept);
    const missing = inOrderOf(setting, asked.required).filter((name) => !there.has(name));
    const completed = [...kept, ...missing];
    const only = asked.some ? candidates(asked, setting) : undefined;
    const { placed, stuck } = arrange(only?.length === 1 ? only : completed, asked.pairs);
    if (stuck.length > 0) return noRemedy(`${stuck.join(' and ')} must each stand before the other`);
    if (placed.length === 0 && (asked.some || value === null))
      return noRemedy('the rule doesn’t say which members to set');
    return sizeProblem(placed, listOf(value), setting) ?? { kind: 'value', value: placed };
  },

  describe: ({ pairs, ...asked }: Members): string => {
    const names = describeNames(asked, 'a list');
    if (pairs.length === 0) return names;
    return names === '' ? describePrecedence(pairs) : `${names}, ${describePrecedence(pairs)}`;
  },

  contradiction: (asked: Members, setting: Setting): string | undefined => {
    const name = torn(asked);
    if (name !== undefined) return `${name} is both required and forbidden`;
    if (isCircular(asked.pairs)) return 'no order satisfies them all';
    const { min, max } = boundsOf(setting);
    if (asked.required.length > max)
      return `${asked.required.join(', ')} are required, and AWS takes ${max} at most`;
    const possible = candidates(asked, setting);
    if (possible && possible.length < Math.max(min, asked.some ? 1 : 0)) return 'no list satisfies them all';
    return undefined;
  },

  intersect: (left: Members, right: Members): Members =>
    membersAsked(meetNames(left, right), [...left.pairs, ...right.pairs]),
};

/** AWS's bounds count only for what a remedy changes: a list that AWS told has a length that it takes. */
const sizeProblem = (
  to: readonly string[],
  from: readonly string[],
  setting: Setting,
): Remedy | undefined => {
  const { min, max } = boundsOf(setting);
  if (to.length < min) return noRemedy(`no member would be left, and AWS asks for at least ${min}`);
  if (to.length > max && to.length > from.length)
    return noRemedy(`${to.join(', ')} are more than the ${max} that AWS takes`);
  return undefined;
};

const noRemedy = (reason: string): Remedy => ({ kind: 'no-remedy', reason });

const asksNoMember = ({ required, forbidden, within, some }: NamesAsked): boolean =>
  required.length === 0 && forbidden.length === 0 && within === undefined && !some;

const listOf = (value: SettingValue): readonly string[] => (Array.isArray(value) ? value : []);

interface Bounds {
  readonly min: number;
  readonly max: number;
  /** All names that AWS takes, where it names them. */
  readonly values?: readonly string[];
}

const boundsOf = ({ kind }: Setting): Bounds =>
  kind.kind === 'members' || kind.kind === 'ranking' ? kind : { min: 0, max: Number.POSITIVE_INFINITY };

/** The names that may be there, where they can be listed. */
const candidates = (asked: NamesAsked, setting: Setting): readonly string[] | undefined =>
  (asked.within ?? boundsOf(setting).values)?.filter(mayHave(asked));

const inOrderOf = (setting: Setting, names: readonly string[]): readonly string[] => {
  const { values } = boundsOf(setting);
  return values ? values.filter((name) => names.includes(name)) : names;
};
