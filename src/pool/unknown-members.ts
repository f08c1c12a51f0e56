import { isJsonObject, type Json } from './json.ts';
import type { PoolSnapshot } from './pool-snapshot.ts';
import { settings } from './settings.ts';

const readPaths = (from: 'UserPool' | 'MfaConfig'): readonly string[] =>
  settings.flatMap((setting) => {
    const read = setting.read ?? { from: 'UserPool', path: setting.path };
    if (read.from === from) return [read.path];
    return [];
  });

const known = {
  UserPool: readPaths('UserPool'),
  // GetUserPoolMfaConfig repeats the requirement that DescribeUserPool has.
  MfaConfig: [...readPaths('MfaConfig'), 'MfaConfiguration'],
};

/**
 * Members of a pool that this version's catalogue doesn't know: AWS added them later.
 * @returns dotted paths, those of GetUserPoolMfaConfig after `MfaConfig:`; an unknown member inside a list's element as `path[].member`
 */
export const unknownMembers = (snapshot: PoolSnapshot): string[] => [
  ...walk(snapshot.userPool, '', known.UserPool),
  ...walk(snapshot.mfaConfig, '', known.MfaConfig).map((path) => `MfaConfig:${path}`),
];

const walk = (node: Json, path: string, paths: readonly string[]): string[] => {
  if (!isJsonObject(node)) return [];
  return Object.entries(node).flatMap(([member, value]) => {
    const here = path === '' ? member : `${path}.${member}`;
    if (paths.includes(here)) return unknownElements(here, value);
    if (paths.some((known) => known.startsWith(`${here}.`)))
      return value === undefined ? [] : walk(value, here, paths);
    return [here];
  });
};

/** Inside the elements of a list or map of structures, the row says which members are known. */
const unknownElements = (path: string, value: Json | undefined): string[] => {
  const elements = settings.find((setting) => setting.path === path)?.elements;
  if (!elements) return [];
  const found = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
  const unknown = found
    .filter(isJsonObject)
    .flatMap((element) => Object.keys(element).filter((member) => !elements.includes(member)));
  return [...new Set(unknown)].map((member) => `${path}[].${member}`);
};
