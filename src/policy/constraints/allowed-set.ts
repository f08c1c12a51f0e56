import type { Setting } from '../../pool/setting.ts';
import { type SettingValue, showValue } from '../../pool/setting-value.ts';
import type { AllowedSet } from '../constraint.ts';
import type { Remedy } from './remedy.ts';

type Scalar = AllowedSet['values'][number];

/** What contradicting rules leave: no value satisfies it. */
export const nothing: AllowedSet = { kind: 'allowed', values: [] };

/** Makes a set in its one form: ascending, each value once, so that equal sets are equal records. */
export const allowedSet = (values: readonly Scalar[], scale?: readonly string[]): AllowedSet => {
  if (values.length === 0) return nothing;
  const rank = rankIn(scale);
  const sorted = [...new Set(values)].sort((left, right) => {
    if (left === null || right === null) return left === null ? -1 : 1;
    const step = rank(left) - rank(right);
    return Number.isNaN(step) ? compareText(String(left), String(right)) : step;
  });
  return { kind: 'allowed', values: sorted, ...(scale && { scale }) };
};

/** One of a few values. */
export const allowed = {
  holds: ({ values }: AllowedSet, value: SettingValue): boolean => values.includes(value as Scalar),

  nearest: (set: AllowedSet, value: SettingValue, setting: Setting): Remedy => {
    const [only, ...more] = set.values;
    if (only === undefined) return { kind: 'no-remedy', reason: 'no value satisfies all rules' };
    if (more.length === 0) return { kind: 'value', value: only };
    const rank = rankIn(set.scale);
    const there = set.values.filter((candidate) => candidate !== null);
    if (there.some((candidate) => Number.isNaN(rank(candidate)))) {
      return { kind: 'no-remedy', reason: `none of ${shown(set.values)} is nearer than another` };
    }
    if (Number.isNaN(rank(value)))
      return { kind: 'value', value: statedBound({ ...set, values: there }, setting) };
    const distance = (candidate: Scalar): number => Math.abs(rank(candidate) - rank(value));
    const least = Math.min(...there.map(distance));
    const candidates = there.filter((candidate) => distance(candidate) === least);
    return { kind: 'value', value: saferEnd(candidates, setting) };
  },

  describe: ({ values, scale }: AllowedSet): string => {
    const [first, ...rest] = values;
    if (first === undefined) return 'no value at all';
    if (rest.length === 0) return showValue(first);
    if (scale && values.length < scale.length) {
      if (scale.slice(-values.length).every((value, index) => value === values[index]))
        return `at least ${first}`;
      if (scale.slice(0, values.length).every((value, index) => value === values[index])) {
        return `at most ${rest.at(-1)}`;
      }
    }
    return `one of ${shown(values)}`;
  },

  contradiction: ({ values }: AllowedSet): string | undefined =>
    values.length === 0 ? 'no value satisfies them all' : undefined,
};

const shown = (values: readonly Scalar[]): string => values.map(showValue).join(', ');

/** Of two texts that differ. */
const compareText = (left: string, right: string): number => (left < right ? -1 : 1);

/** Where a value stands on its setting's scale; NaN for values without an order. */
const rankIn =
  (scale: readonly string[] | undefined) =>
  (value: SettingValue): number => {
    if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
    const index = scale?.indexOf(String(value)) ?? -1;
    return index === -1 ? Number.NaN : index;
  };

/** Values are ascending, so the safer end is the last one where higher is safer. */
const saferEnd = (values: readonly Scalar[], setting: Setting): Scalar => {
  const value = setting.safer === 'higher' ? values.at(-1) : values[0];
  if (value === undefined) throw new Error('An empty set has no end.');
  return value;
};

/** The end that isn't the scale's own; of two, the safer. */
const statedBound = ({ values, scale }: AllowedSet, setting: Setting): Scalar => {
  const startsWithScale = values[0] === scale?.[0];
  const endsWithScale = values.at(-1) === scale?.at(-1);
  if (startsWithScale === endsWithScale) return saferEnd(values, setting);
  return saferEnd(endsWithScale ? values.slice(0, 1) : values.slice(-1), setting);
};
