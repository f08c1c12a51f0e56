import { isJsonObject, type Json, type JsonObject } from '../../pool/json.ts';
import { type PathTree, pathTree } from '../../pool/path-tree.ts';
import type { Setting } from '../../pool/setting.ts';
import { settings } from '../../pool/settings.ts';
import type { CarryStep } from './carry-rule.ts';

const rows: PathTree<Setting> = pathTree(settings.map((setting) => [setting.path, setting] as const));

/**
 * Describe shows texts and structures that were never set as '' and {}; AWS refuses both on the way back
 * (a message has at least 6 characters, `SmsConfiguration: {}` and `UserPoolAddOns: {}` lack required
 * members). Only known paths are pruned: what the catalogue doesn't know is carried as it was read. Source: bounds
 * of the service model; amplify-studio #876.
 */
export const emptyPlaceholdersDropped: CarryStep = (tree) => prune(tree, rows);

/** The same node where there is nothing to drop. */
const prune = (node: JsonObject, tree: PathTree<Setting>): JsonObject => {
  const names = Object.keys(node);
  const kept = names.map((member) => keep(node[member], tree.members.get(member)));
  if (names.every((member, index) => kept[index] !== undefined && kept[index] === node[member])) return node;
  return Object.fromEntries(
    names.flatMap((member, index) => {
      const value = kept[index];
      return value === undefined ? [] : [[member, value] as const];
    }),
  );
};

const keep = (value: Json | undefined, known: PathTree<Setting> | undefined): Json | undefined => {
  if (!known) return value;
  if (known.known) return isEmpty(value, known.known) ? undefined : value;
  if (value === null) return undefined;
  if (!isJsonObject(value)) return value;
  const pruned = prune(value, known);
  return Object.keys(pruned).length === 0 ? undefined : pruned;
};

/** An empty list is a value where AWS accepts one: `[]` of verified attributes means none. */
const isEmpty = (value: Json | undefined, { kind }: Setting): boolean => {
  if (value === null) return true;
  if (kind.kind === 'members' || kind.kind === 'ranking')
    return Array.isArray(value) && value.length === 0 && kind.min > 0;
  return value === '';
};
