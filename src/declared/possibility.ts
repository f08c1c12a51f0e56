import type { Json } from '../pool/json.ts';
import { decodeSetting } from '../pool/pool-snapshot.ts';
import type { Setting } from '../pool/setting.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import { type DeclaredPlace, type DeclaredUnknown, type DeclaredValue, unknown } from './declared-value.ts';

/** One thing that a setting can be once the file is deployed. */
export type Possibility =
  | {
      readonly kind: 'known';
      readonly value: SettingValue;
      readonly assumed?: string;
      readonly secret?: true;
      /** Keys of a map whose texts aren't known, and why. */
      readonly untold?: ReadonlyMap<string, string>;
      readonly place: DeclaredPlace;
    }
  | { readonly kind: 'absent'; readonly place: DeclaredPlace }
  | DeclaredUnknown;

/** Declared values without choices. */
export type Settled = Exclude<DeclaredValue, { readonly kind: 'choice' }>;

/** What a declared value without choices means as the value of a setting. */
export const decoded = (value: Settled, setting: Setting): Possibility => {
  const { place } = value;
  if (value.kind === 'absent' || value.kind === 'unknown') return value;
  if (setting.kind.kind === 'map' && value.kind === 'map') return decodedMap(value, setting);
  const scalars: DeclaredValue[] = [];
  const hole = firstHole(value, scalars);
  if (hole) return unknown(place, hole.reason);
  const assumed = scalars.flatMap((each) => (each.kind === 'scalar' && each.assumed ? [each.assumed] : []));
  const secret = scalars.some((each) => each.kind === 'scalar' && each.secret);
  const json = value.kind === 'scalar' ? scalarJson(value, setting) : plainJson(value, setting);
  if (json.kind === 'unknown') return unknown(place, json.reason);
  const found = decodeSetting(json.json, setting);
  if (found === null || found === setting.takenAsUnset)
    return json.json === '' || found !== null
      ? { kind: 'absent', place }
      : unknown(place, 'it has another form than the setting takes, which AWS refuses');
  return {
    kind: 'known',
    value: found,
    place,
    ...(assumed.length > 0 && { assumed: [...new Set(assumed)].join(' and ') }),
    ...(secret && { secret: true as const }),
  };
};

/** The first part of a value that isn't known; scalars on the way are collected. */
const firstHole = (value: DeclaredValue, scalars: DeclaredValue[]): DeclaredUnknown | undefined => {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'scalar') scalars.push(value);
  const inner = value.kind === 'list' ? value.items : value.kind === 'map' ? [...value.members.values()] : [];
  for (const each of inner) {
    const hole = firstHole(each, scalars);
    if (hole) return hole;
  }
  return undefined;
};

type Plain =
  | { readonly kind: 'json'; readonly json: Json }
  | { readonly kind: 'unknown'; readonly reason: string };

const json = (value: Json): Plain => ({ kind: 'json', json: value });

/** What YAML 1.1 reads as a boolean and YAML 1.2 as text. Source: yaml.org/type/bool.html. */
const oldBoolean = /^(?:(y|yes|on)|(n|no|off))$/i;

/** CloudFormation takes text for numbers and booleans, and numbers for text. */
const scalarJson = (
  { value, bare }: DeclaredValue & { readonly kind: 'scalar' },
  setting: Setting,
): Plain => {
  const text = String(value);
  const [isOld, yes] = (bare && oldBoolean.exec(text)) || [];
  switch (setting.kind.kind) {
    case 'integer':
      return /^-?\d{1,15}(\.0+)?$/.test(text)
        ? json(Number(text))
        : { kind: 'unknown', reason: 'it is no whole number, which AWS refuses' };
    case 'boolean':
      if (isOld !== undefined) return json(yes !== undefined);
      return /^(true|false)$/i.test(text)
        ? json(/^true$/i.test(text))
        : { kind: 'unknown', reason: 'it is neither true nor false, which AWS refuses' };
    case 'enumeration':
    case 'text':
      // Patterns are held against it: what a file can make longer without end would take time without end.
      if (setting.kind.kind === 'text' && text.length > setting.kind.max)
        return {
          kind: 'unknown',
          reason: `it has more than ${setting.kind.max} characters, which AWS refuses`,
        };
      return isOld === undefined
        ? json(text)
        : {
            kind: 'unknown',
            reason: `${text} without quotes is a boolean in YAML 1.1, which CloudFormation reads: put it in quotes`,
          };
    default:
      return { kind: 'unknown', reason: 'it has another form than the setting takes, which AWS refuses' };
  }
};

/** Lists of names, and recovery mechanisms, whose members Terraform writes in lower case. */
const plainJson = (value: DeclaredValue, setting: Setting): Plain => {
  if (value.kind !== 'list')
    return { kind: 'unknown', reason: 'it has another form than the setting takes, which AWS refuses' };
  const items = value.items.filter((item) => item.kind !== 'absent');
  if (setting.kind.kind !== 'ranking')
    return json(items.flatMap((item) => (item.kind === 'scalar' ? [String(item.value)] : [])));
  const mechanisms = items.flatMap((item) => {
    if (item.kind !== 'map') return [];
    const at = (name: string): Json => {
      const found = item.members.get(name) ?? item.members.get(name.toLowerCase());
      return found?.kind === 'scalar' ? found.value : null;
    };
    return [{ Name: at('Name'), Priority: at('Priority') }];
  });
  return json(mechanisms);
};

const decodedMap = (value: DeclaredValue & { readonly kind: 'map' }, setting: Setting): Possibility => {
  const untold = new Map<string, string>();
  const texts: [string, Json][] = [];
  const valueMember = setting.kind.kind === 'map' ? setting.kind.valueMember : undefined;
  let secret = false;
  for (const [key, member] of value.members) {
    if (member.kind === 'absent') continue;
    const inner = member.kind === 'map' && valueMember ? member.members.get(valueMember) : member;
    if (inner?.kind === 'scalar') {
      secret ||= inner.secret === true;
      texts.push([key, String(inner.value)]);
    } else {
      texts.push([key, '']);
      untold.set(key, inner?.kind === 'unknown' ? inner.reason : 'its text is not known');
    }
  }
  return {
    kind: 'known',
    // With a null prototype, a key named __proto__ is a key.
    value: Object.assign(Object.create(null), Object.fromEntries(texts)),
    place: value.place,
    ...(untold.size > 0 && { untold }),
    ...(secret && { secret: true as const }),
  };
};
