import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { decodeSetting } from './pool-snapshot.ts';
import type { SettingValue } from './setting-value.ts';
import { isGovernable, type KnownSetting, type SettingPath, settings } from './settings.ts';

/** A setting that a recorded request named, and the value that it asked for. */
export interface RequestedSetting {
  readonly setting: SettingPath;
  readonly value: SettingValue;
}

/** Texts of messages and secrets stay where they are: what a rule compares is short. */
const longest = 500;

/**
 * The governable settings that the request of a recorded call names. CloudTrail writes members in lowerCamelCase
 * (AWS CloudTrail user guide, samples); here they are compared without regard to case. The request is somebody's
 * word: it tells what was asked for, not what is.
 * @param requestParameters `requestParameters` of a CloudTrail record
 */
export const requestedSettings = (requestParameters: Json | undefined): readonly RequestedSetting[] =>
  isJsonObject(requestParameters)
    ? settings.filter(isComparable).flatMap((setting) => requested(requestParameters, setting))
    : [];

/** Of a map that AWS completes with its defaults, a request says only what differs from them. */
const isComparable = (setting: KnownSetting): boolean =>
  isGovernable(setting) && setting.carry !== 'without-defaults';

const requested = (request: JsonObject, setting: KnownSetting): readonly RequestedSetting[] => {
  const raw = memberAt(request, requestPathOf(setting));
  if (raw === undefined) return [];
  const value = decodeSetting(upperCamel(raw), setting);
  // What AWS takes as none at all asks for something else than it says.
  return value === null ||
    value === setting.takenAsUnset ||
    setting.path.endsWith('ExternalId') ||
    JSON.stringify(value).length > longest
    ? []
    : [{ setting: setting.path, value }];
};

/** Where the calls that write a setting take it: Describe's place, but for what GetUserPoolMfaConfig alone shows. */
const requestPathOf = ({ path, read }: KnownSetting): string =>
  read?.from === 'MfaConfig' ? read.path : path;

const memberAt = (tree: Json, path: string): Json | undefined =>
  path.split('.').reduce<Json | undefined>((node, name) => {
    if (!isJsonObject(node)) return undefined;
    const key = Object.keys(node).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    return key === undefined ? undefined : node[key];
  }, tree);

/** Elements of lists, as the decoder knows their members: `{name, priority}` as `{Name, Priority}`. */
const upperCamel = (value: Json): Json => {
  if (!Array.isArray(value)) return value;
  return value.map((element) =>
    isJsonObject(element)
      ? Object.fromEntries(
          Object.entries(element).map(([name, inner]) => [
            name.charAt(0).toUpperCase() + name.slice(1),
            inner,
          ]),
        )
      : element,
  );
};
