import { isJsonObject, type Json } from './json.ts';
import { type PathTree, pathTree } from './path-tree.ts';
import type { PoolSnapshot } from './pool-snapshot.ts';
import type { Setting } from './setting.ts';
import { settings } from './settings.ts';

/** What is known of a place in an answer: the members inside one of its elements, where it has elements. */
interface KnownPlace {
  readonly elements?: readonly string[] | undefined;
}

const placeOf = (setting: Setting): { readonly from: 'UserPool' | 'MfaConfig'; readonly path: string } =>
  setting.read ?? { from: 'UserPool', path: setting.path };

const readFrom = (from: 'UserPool' | 'MfaConfig', ...others: readonly string[]): PathTree<KnownPlace> =>
  pathTree<KnownPlace>([
    // The members of elements stand in the row whose own path this is.
    ...settings
      .filter((setting) => placeOf(setting).from === from)
      .map(
        (setting) =>
          [
            placeOf(setting).path,
            { elements: settings.find(({ path }) => path === placeOf(setting).path)?.elements },
          ] as const,
      ),
    ...others.map((path) => [path, {}] as const),
  ]);

const known = {
  UserPool: readFrom('UserPool'),
  // GetUserPoolMfaConfig repeats the requirement that DescribeUserPool has.
  MfaConfig: readFrom('MfaConfig', 'MfaConfiguration'),
};

/**
 * Members of a pool that this version's catalogue doesn't know: AWS added them later.
 * @returns dotted paths, those of GetUserPoolMfaConfig after `MfaConfig:`; an unknown member inside a list's element as `path[].member`
 */
export const unknownMembers = (snapshot: PoolSnapshot): string[] => [
  ...walk(snapshot.userPool, '', known.UserPool),
  ...walk(snapshot.mfaConfig, '', known.MfaConfig).map((path) => `MfaConfig:${path}`),
];

const walk = (node: Json, path: string, tree: PathTree<KnownPlace>): string[] => {
  if (!isJsonObject(node)) return [];
  const unknown: string[] = [];
  for (const member of Object.keys(node)) {
    const value = node[member];
    const next = tree.members.get(member);
    if (next?.known?.elements === undefined && next?.members.size === 0) continue;
    const here = path === '' ? member : `${path}.${member}`;
    if (!next) unknown.push(here);
    else if (next.known) unknown.push(...unknownElements(here, value, next.known.elements));
    else if (value !== undefined) unknown.push(...walk(value, here, next));
  }
  return unknown;
};

/** Inside the elements of a list or map of structures, the row says which members are known. */
const unknownElements = (
  path: string,
  value: Json | undefined,
  elements: readonly string[] | undefined,
): string[] => {
  if (!elements) return [];
  const found = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
  const unknown = found
    .filter(isJsonObject)
    .flatMap((element) => Object.keys(element).filter((member) => !elements.includes(member)));
  return [...new Set(unknown)].map((member) => `${path}[].${member}`);
};
