import { isJsonObject, type JsonObject } from './json.ts';
import { type PathTree, pathTree } from './path-tree.ts';
import { type KnownSetting, settings } from './settings.ts';

const rows = pathTree(settings.map((setting) => [setting.path, setting] as const));

/** The catalogue's rows that a request has a member for, under the names by which UpdateUserPool takes them. */
export const settingsIn = (request: JsonObject): readonly KnownSetting[] => {
  const found: KnownSetting[] = [];
  collect(request, rows, found);
  return found;
};

const collect = (node: JsonObject, tree: PathTree<KnownSetting>, found: KnownSetting[]): void => {
  for (const member of Object.keys(node)) {
    const value = node[member];
    const next = value === undefined ? undefined : tree.members.get(member);
    if (!next) continue;
    if (next.known) found.push(next.known);
    if (next.members.size > 0 && isJsonObject(value)) collect(value, next, found);
  }
};
