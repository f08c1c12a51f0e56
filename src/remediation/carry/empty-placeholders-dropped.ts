import { isJsonObject, type Json, type JsonObject } from '../../pool/json.ts';
import type { Setting } from '../../pool/setting.ts';
import { settings } from '../../pool/settings.ts';
import type { CarryStep } from './carry-rule.ts';

const rowsByPath: ReadonlyMap<string, Setting> = new Map(settings.map((setting) => [setting.path, setting]));

/**
 * Describe shows texts and structures that were never set as '' and {}; AWS refuses both on the way back
 * (a message has at least 6 characters, `SmsConfiguration: {}` and `UserPoolAddOns: {}` lack required
 * members). Only known paths are pruned: what the catalogue doesn't know is carried as it was read. Source: bounds
 * of the service model; amplify-studio #876.
 */
export const emptyPlaceholdersDropped: CarryStep = (tree) => prune(tree, '');

const prune = (node: JsonObject, path: string): JsonObject =>
  Object.fromEntries(
    Object.entries(node).flatMap(([member, value]) => {
      const here = path === '' ? member : `${path}.${member}`;
      const kept = keep(value, here);
      return kept === undefined ? [] : [[member, kept]];
    }),
  );

const keep = (value: Json | undefined, path: string): Json | undefined => {
  const row = rowsByPath.get(path);
  if (row) return isEmpty(value, row) ? undefined : value;
  const isKnownParent = settings.some((setting) => setting.path.startsWith(`${path}.`));
  if (!isKnownParent) return value;
  if (value === null) return undefined;
  if (!isJsonObject(value)) return value;
  const pruned = prune(value, path);
  return Object.keys(pruned).length === 0 ? undefined : pruned;
};

/** An empty list is a value where AWS accepts one: `[]` of verified attributes means none. */
const isEmpty = (value: Json | undefined, { kind }: Setting): boolean => {
  if (value === null) return true;
  if (kind.kind === 'members' || kind.kind === 'ranking')
    return Array.isArray(value) && value.length === 0 && kind.min > 0;
  return value === '';
};
