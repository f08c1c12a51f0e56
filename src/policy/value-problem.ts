import { isJsonObject } from '../pool/json.ts';
import type { Setting, SettingKind } from '../pool/setting.ts';
import { showValue } from '../pool/setting-value.ts';
import { integerBounds } from './integer-bounds.ts';
import { didYouMean } from './nearest-name.ts';

/**
 * What is wrong with a value that a policy file gives for a setting: its type, or AWS's bounds.
 * @returns the end of a sentence that begins with the value's name, or undefined where the value fits
 */
export const valueProblem = (value: unknown, setting: Setting): string | undefined => {
  const { kind, path } = setting;
  switch (kind.kind) {
    case 'integer':
      return integerProblem(value, setting);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `must be true or false${meantAs(value)}`;
    case 'enumeration':
      return nameProblem(value, kind.values, path);
    case 'text':
      return textProblem(value, kind, path);
    case 'members':
    case 'ranking':
      return listProblem(value, kind, path);
    case 'map':
      return mapProblem(value, setting);
    case 'opaque':
      return `can't be given: AWS only tells ${path}`;
  }
};

type KindOf<Name extends SettingKind['kind']> = Extract<SettingKind, { kind: Name }>;

const integerProblem = (value: unknown, setting: Setting): string | undefined => {
  const { min, max } = integerBounds(setting);
  const { path } = setting;
  if (typeof value === 'string' && /^\d+$/.test(value)) {
    return `is the text "${value}": write ${Number(value)} without quotes`;
  }
  if (!Number.isInteger(value)) return `must be a whole number from ${min} to ${max}`;
  if (Number(value) > max) return `is ${value}, but ${max} is the API's maximum for ${path}`;
  if (value === setting.takenAsUnset && typeof setting.absentInRead === 'object') {
    return `is ${value}, which AWS takes as ${showValue(setting.absentInRead.value)}: write ${min} or more`;
  }
  if (Number(value) < min) return `is ${value}, but ${min} is the API's minimum for ${path}`;
  return undefined;
};

/** YAML 1.2, which policy files are read as, takes yes, no, on and off as texts. */
const meantAs = (value: unknown): string => {
  if (typeof value !== 'string') return '';
  if (/^(yes|y|on|true)$/i.test(value)) return `: ${value} is a text here, write true`;
  if (/^(no|n|off|false)$/i.test(value)) return `: ${value} is a text here, write false`;
  return '';
};

const nameProblem = (value: unknown, known: readonly string[], path: string): string | undefined => {
  if (known.includes(value as string)) return undefined;
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return `is ${shown}, but ${path} takes ${known.join(', ')}${didYouMean(shown, known)}`;
};

const textProblem = (value: unknown, kind: KindOf<'text'>, path: string): string | undefined => {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return `must be text: put ${value} in quotes`;
  }
  if (typeof value !== 'string') return 'must be text';
  const length = [...value].length;
  if (length < kind.min || length > kind.max) {
    return `has ${length} characters, but ${path} takes ${kind.min} to ${kind.max}`;
  }
  if (!new RegExp(kind.pattern ?? '', 'u').test(value)) {
    return `doesn't have the form that AWS asks of ${path}: ${kind.pattern}`;
  }
  return undefined;
};

const listProblem = (
  value: unknown,
  kind: KindOf<'members' | 'ranking'>,
  path: string,
): string | undefined => {
  if (!Array.isArray(value)) return 'must be a list';
  const names: readonly unknown[] = value;
  if (names.length < kind.min || names.length > kind.max) {
    return `has ${names.length} members, but ${path} takes ${kind.min} to ${kind.max}`;
  }
  if (new Set(names).size < names.length) return 'names a member twice';
  const { values } = kind;
  return names
    .map((name) =>
      values ? nameProblem(name, values, path) : typeof name === 'string' ? undefined : 'must hold texts',
    )
    .find((problem) => problem !== undefined);
};

/** What is wrong with a key of a map, as `valueProblem` says it. Tags: AWS keeps the prefix aws: to itself. */
export const keyProblem = (key: string, { kind, path }: Setting): string | undefined => {
  if (kind.kind !== 'map') return `can't have keys: ${path} is no map`;
  if (kind.keys)
    return kind.keys.includes(key)
      ? undefined
      : `has the key ${key}, but ${path} takes ${kind.keys.join(', ')}${didYouMean(key, kind.keys)}`;
  if (key === '' || key.length > 128)
    return `has a key of ${key.length} characters, but ${path} takes 1 to 128`;
  return key.toLowerCase().startsWith('aws:')
    ? `has the key ${key}, but only AWS sets keys that begin with aws:`
    : undefined;
};

/** In characters. Source: the service model's TagValueType. */
const longestText = 256;

const mapProblem = (value: unknown, setting: Setting): string | undefined => {
  if (!isJsonObject(value)) return 'must be a map of texts';
  return Object.entries(value)
    .map(([key, text]) => {
      if (typeof text !== 'string') return `must be a map of texts: put what ${key} holds in quotes`;
      if (text.length > longestText)
        return `has ${text.length} characters in ${key}, which takes ${longestText}`;
      return keyProblem(key, setting);
    })
    .find((problem) => problem !== undefined);
};
