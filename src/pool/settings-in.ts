import { isJsonObject, type JsonObject } from './json.ts';
import { type PathTree, pathTree } from './path-tree.ts';
import { type KnownSetting, settings } from './settings.ts';

const rows = pathTree(settings.map((setting) => [setting.path, setting] as const));

/** The catalogue's rows that a request has a member for, under the names by which UpdateUserPool takes them. */
export const settingsIn = (request: JsonObject): readonly KnownSetting[] => within(request, rows);

const within = (node: JsonObject, tree: PathTree<KnownSetting>): readonly KnownSetting[] =>
  Object.entries(node).flatMap(([member, value]) => {
    const next = value === undefined ? undefined : tree.members.get(member);
    if (!next) return [];
    const inside = next.members.size > 0 && isJsonObject(value) ? within(value, next) : [];
    return next.known ? [next.known, ...inside] : inside;
  });
