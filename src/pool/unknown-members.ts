import { isJsonObject, type Json } from './json.ts';
import type { PoolSnapshot } from './pool-snapshot.ts';
import { findSetting, settings } from './settings.ts';

const readPaths = (from: 'UserPool' | 'MfaConfig'): readonly string[] =>
  settings.flatMap((setting) => {
    const read = setting.read ?? { from: 'UserPool', path: setting.path };
    if (read.from === from) return [read.path];
    return [];
  });

/** Paths that rows read from, and those that lead to them. */
interface Known {
  readonly paths: ReadonlySet<string>;
  readonly above: ReadonlySet<string>;
}

const knownBy = (paths: readonly string[]): Known => ({
  paths: new Set(paths),
  above: new Set(paths.flatMap((path) => pathsAbove(path))),
});

const pathsAbove = (path: string): readonly string[] => {
  const members = path.split('.');
  return members.slice(1).map((_, index) => members.slice(0, index + 1).join('.'));
};

const knownIn = {
  UserPool: knownBy(readPaths('UserPool')),
  // GetUserPoolMfaConfig repeats the requirement that DescribeUserPool has.
  MfaConfig: knownBy([...readPaths('MfaConfig'), 'MfaConfiguration']),
};

/**
 * Members of a pool that this version's catalogue doesn't know: AWS added them later.
 * @returns dotted paths, those of GetUserPoolMfaConfig after `MfaConfig:`; an unknown member inside a list's element as `path[].member`
 */
export const unknownMembers = (snapshot: PoolSnapshot): string[] => [
  ...walk(snapshot.userPool, '', knownIn.UserPool),
  ...walk(snapshot.mfaConfig, '', knownIn.MfaConfig).map((path) => `MfaConfig:${path}`),
];

const walk = (node: Json, path: string, known: Known): string[] => {
  if (!isJsonObject(node)) return [];
  return Object.entries(node).flatMap(([member, value]) => {
    const here = path === '' ? member : `${path}.${member}`;
    if (known.paths.has(here)) return unknownElements(here, value);
    if (known.above.has(here)) return value === undefined ? [] : walk(value, here, known);
    return [here];
  });
};

/** Inside the elements of a list or map of structures, the row says which members are known. */
const unknownElements = (path: string, value: Json | undefined): string[] => {
  const elements = findSetting(path)?.elements;
  if (!elements) return [];
  const found = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
  const unknown = found
    .filter(isJsonObject)
    .flatMap((element) => Object.keys(element).filter((member) => !elements.includes(member)));
  return [...new Set(unknown)].map((member) => `${path}[].${member}`);
};
