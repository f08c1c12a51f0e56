import { isJsonObject, type Json, type JsonObject } from '../../src/pool/json.ts';
import { type PoolSnapshot, readSetting } from '../../src/pool/pool-snapshot.ts';
import { sameValue } from '../../src/pool/setting-value.ts';
import { type KnownSetting, type SettingPath, settings } from '../../src/pool/settings.ts';

/** Dates move with every write, and former places mirror the ones in use. */
const mirrored = [
  'LastModifiedDate',
  ...settings.flatMap(({ path, foldedInto }) => (foldedInto ? [path] : [])),
];

/**
 * Where two looks at a pool differ, in AWS's raw answers, though none of these settings was to be changed.
 * A setting that AWS shows in one of them and that has there what its absence means in the other doesn't differ,
 * nor do texts, lists and structures with nothing in them from such that aren't there.
 */
export const differences = (
  before: PoolSnapshot,
  after: PoolSnapshot,
  changed: readonly SettingPath[],
): readonly string[] => {
  const [left, right] = [leavesOf(before), leavesOf(after)];
  const allowed = settings.filter(({ path, sameAs }) =>
    changed.some((each) => each === path || each === sameAs),
  );
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((place) => left.get(place) !== right.get(place))
    .filter((place) => !allowed.some((setting) => placesOf(setting).some((own) => isWithin(place, own))))
    .filter((place) => !(isOneSided(left, right, place) && meansTheSame(before, after, place)))
    .map((place) => `${place}: ${left.get(place)} -> ${right.get(place)}`);
};

const placesOf = ({ path, read }: KnownSetting): readonly string[] => {
  const shown = read?.from === 'MfaConfig' ? `MfaConfig:${read.path}` : (read?.path ?? path);
  return path === 'MfaConfiguration' ? [path, `MfaConfig:${path}`] : [shown];
};

const isWithin = (place: string, own: string): boolean => place === own || place.startsWith(`${own}.`);

type Leaves = ReadonlyMap<string, string>;

const isOneSided = (left: Leaves, right: Leaves, place: string): boolean =>
  left.has(place) !== right.has(place);

const meansTheSame = (before: PoolSnapshot, after: PoolSnapshot, place: string): boolean => {
  const shown = settings.find((each) => placesOf(each).some((own) => isWithin(place, own)));
  const setting = settings.find(({ path }) => path === (shown?.sameAs ?? shown?.path));
  return setting !== undefined && sameValue(readSetting(before, setting), readSetting(after, setting));
};

const leavesOf = ({ userPool, mfaConfig }: PoolSnapshot): Leaves =>
  new Map([...leaves(userPool, ''), ...leaves(mfaConfig, 'MfaConfig:')]);

const leaves = (node: JsonObject, prefix: string): [string, string][] =>
  Object.entries(node).flatMap(([member, value]): [string, string][] => {
    const place = `${prefix}${member}`;
    if (mirrored.includes(place) || isEmpty(value)) return [];
    return isJsonObject(value) ? leaves(value, `${place}.`) : [[place, JSON.stringify(value)]];
  });

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0);

/** The members from the future inside the elements of a ranking, by the element's name. */
export const futureElements = ({ userPool }: PoolSnapshot): ReadonlyMap<string, string> => {
  const { AccountRecoverySetting: recovery } = userPool;
  const mechanisms =
    isJsonObject(recovery) && Array.isArray(recovery.RecoveryMechanisms) ? recovery.RecoveryMechanisms : [];
  return new Map(
    mechanisms
      .filter(isJsonObject)
      .flatMap(({ Name, Later }) =>
        Later === undefined ? [] : [[String(Name), JSON.stringify(Later)] as const],
      ),
  );
};
