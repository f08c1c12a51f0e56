import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { PoolRef } from './pool-ref.ts';
import type { Setting } from './setting.ts';
import type { SettingValue } from './setting-value.ts';
import { formerPlaceOf, settings } from './settings.ts';

/** A pool as AWS answered, in raw JSON: members that we don't know are in it too. */
export interface PoolSnapshot {
  readonly pool: PoolRef;
  /** `UserPool` of DescribeUserPool. */
  readonly userPool: JsonObject;
  /** The answer of GetUserPoolMfaConfig. */
  readonly mfaConfig: JsonObject;
  /** When the answers were asked for, ISO 8601 UTC: what happened later may not be in them. */
  readonly takenAt: string;
  /** When the earlier of the two answers had come, ISO 8601 UTC: how old they are. */
  readonly answeredAt: string;
}

/** The pool's name as AWS has it, or null. */
export const nameOf = (snapshot: PoolSnapshot): string | null => {
  const name = snapshot.userPool.Name;
  return typeof name === 'string' ? name : null;
};

/** The pool's tags; whoever can change the pool can change them. */
export const tagsOf = (snapshot: PoolSnapshot): { readonly [key: string]: string } => {
  const tags = snapshot.userPool.UserPoolTags;
  if (!isJsonObject(tags)) return {};
  return Object.fromEntries(
    Object.entries(tags).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
};

/** The raw JSON at a dotted path, or undefined. Own members only: a path can't reach a prototype. */
export const jsonAt = (tree: Json | undefined, path: string): Json | undefined =>
  jsonWithin(tree, path.split('.'));

const jsonWithin = (tree: Json | undefined, members: readonly string[]): Json | undefined => {
  let node = tree;
  for (const member of members) {
    if (!isJsonObject(node) || !Object.hasOwn(node, member)) return undefined;
    node = node[member];
  }
  return node;
};

/** Where an answer has a setting: in which of the two, and member by member. */
const placeOf = (setting: Setting) => {
  const { from, path } = setting.read ?? { from: 'UserPool', path: setting.path };
  return { from, members: path.split('.') };
};

const places = new Map(
  settings.map((setting): [Setting, ReturnType<typeof placeOf>] => [setting, placeOf(setting)]),
);

/** The raw JSON of a setting in a snapshot, or undefined where AWS didn't return it. */
const rawSetting = ({ userPool, mfaConfig }: PoolSnapshot, setting: Setting): Json | undefined => {
  const { from, members } = places.get(setting) ?? placeOf(setting);
  return jsonWithin(from === 'UserPool' ? userPool : mfaConfig, members);
};

/** What was read of a snapshot. Rules and couplings ask for the same settings again and again, and a snapshot stays as it is. */
const readings = new WeakMap<PoolSnapshot, Map<Setting, SettingValue>>();

/**
 * A setting's value as it is in force: what AWS returned, there or at the setting's former place,
 * or what its absence means by the catalogue.
 * @returns null where the pool doesn't have the setting, or where nobody has published what absence means
 */
export const readSetting = (snapshot: PoolSnapshot, setting: Setting): SettingValue => {
  let values = readings.get(snapshot);
  if (!values) {
    values = new Map();
    readings.set(snapshot, values);
  }
  const known = values.get(setting);
  if (known !== undefined) return known;
  const value = inForce(snapshot, setting);
  values.set(setting, value);
  return value;
};

const inForce = (snapshot: PoolSnapshot, setting: Setting): SettingValue => {
  const value = decodeSetting(rawSetting(snapshot, setting), setting);
  const former = value === null ? formerPlaceOf(setting) : undefined;
  const found = former ? decodeSetting(rawSetting(snapshot, former), former) : value;
  if (found !== null && found !== setting.takenAsUnset) return found;
  return typeof setting.absentInRead === 'object' ? setting.absentInRead.value : null;
};

/** Raw JSON -> the value that people think of; null for what isn't there or has another form than the catalogue's. */
export const decodeSetting = (raw: Json | undefined, setting: Setting): SettingValue => {
  const { kind } = setting;
  switch (kind.kind) {
    case 'integer':
      return typeof raw === 'number' ? raw : null;
    case 'boolean':
      return typeof raw === 'boolean' ? raw : null;
    case 'enumeration':
      return typeof raw === 'string' ? raw : null;
    case 'text':
      // Describe returns '' for texts that were never set, and AWS refuses '' on the way back.
      return typeof raw === 'string' && raw !== '' ? raw : null;
    case 'members':
      return Array.isArray(raw) ? raw.filter((member) => typeof member === 'string') : null;
    case 'ranking':
      return Array.isArray(raw) ? namesByPriority(raw) : null;
    case 'map':
      return isJsonObject(raw) ? mapValues(raw, kind.valueMember) : null;
    case 'opaque':
      return raw === undefined || raw === null ? null : JSON.stringify(raw);
  }
};

const namesByPriority = (mechanisms: readonly Json[]): string[] =>
  mechanisms
    .filter(isJsonObject)
    .flatMap(({ Name, Priority }) =>
      typeof Name === 'string' ? [{ name: Name, priority: typeof Priority === 'number' ? Priority : 0 }] : [],
    )
    .sort((left, right) => left.priority - right.priority)
    .map(({ name }) => name);

const mapValues = (map: JsonObject, valueMember: string | undefined): { [key: string]: string } =>
  Object.fromEntries(
    Object.entries(map).map(([key, value]) => [
      key,
      textOf(valueMember && isJsonObject(value) ? value[valueMember] : value),
    ]),
  );

/** String() of an object calls what the object itself has under toString. */
const textOf = (value: Json | undefined): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
