import type { Setting, SettingKind } from '../setting.ts';

/** The facts of a row that have a usual value, and so may be left out. */
type Facts = Omit<Setting, 'path' | 'kind' | 'calls' | 'absentInRead' | 'absentAtCreation' | 'carry'> &
  Partial<Pick<Setting, 'calls' | 'absentInRead' | 'absentAtCreation' | 'carry'>>;

/**
 * One row of the catalogue. Left out, a row is written by UpdateUserPool, carried as read, and nobody
 * has published what its absence means.
 */
export const row = <const Path extends string>(
  path: Path,
  kind: SettingKind,
  facts: Facts,
): Setting & { readonly path: Path } => ({
  calls: ['UpdateUserPool'],
  absentInRead: 'unknown',
  absentAtCreation: 'unknown',
  carry: 'as-read',
  ...facts,
  path,
  kind,
});

export const integer = (min: number, max: number): SettingKind => ({ kind: 'integer', min, max });

export const boolean: SettingKind = { kind: 'boolean' };

/** Values without an order among them. */
export const enumeration = (...values: string[]): SettingKind => ({
  kind: 'enumeration',
  values,
  ordered: false,
});

/** Values in ascending order, as `atLeast` and `atMost` read them. */
export const scale = (...values: string[]): SettingKind => ({ kind: 'enumeration', values, ordered: true });

export const text = (min: number, max: number, pattern?: string): SettingKind =>
  pattern === undefined ? { kind: 'text', min, max } : { kind: 'text', min, max, pattern };

/** A set of names; without `values`, any name. */
export const members = (min: number, max: number, ...values: string[]): SettingKind =>
  values.length === 0 ? { kind: 'members', min, max } : { kind: 'members', values, min, max };

/** Names in order of preference; `values` lists them safest first. */
export const ranking = (min: number, max: number, ...values: string[]): SettingKind => ({
  kind: 'ranking',
  values,
  min,
  max,
});

/** ARNs as the service model bounds and writes them (ArnType). */
export const arn = text(
  20,
  2048,
  '^arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?$',
);

/** Text up to the service model's StringType, which has no useful bound. */
export const longText = text(0, 131_072);

/** A message that must hold the code placeholder. */
export const codeMessage = (max: number): SettingKind => text(6, max, '\\{####\\}');
