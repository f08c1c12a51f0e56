import { isJsonObject, type Json, type JsonObject } from '../pool/json.ts';

/** A copy of a tree in which the member at the dotted path has this value; parents are made where they lack. */
export const withMember = (tree: JsonObject, path: string, value: Json): JsonObject =>
  placed(tree, path.split('.'), 0, value);

const placed = (tree: JsonObject, members: readonly string[], index: number, value: Json): JsonObject => {
  const head = members[index] ?? '';
  if (index === members.length - 1) return { ...tree, [head]: value };
  const child = tree[head];
  return { ...tree, [head]: placed(isJsonObject(child) ? child : {}, members, index + 1, value) };
};

/** A copy of a tree without the member at the dotted path. Parents stay, even when nothing is left in them. */
export const withoutMember = (tree: JsonObject, path: string): JsonObject =>
  removed(tree, path.split('.'), 0);

const removed = (tree: JsonObject, members: readonly string[], index: number): JsonObject => {
  const head = members[index] ?? '';
  if (!Object.hasOwn(tree, head)) return tree;
  if (index === members.length - 1) {
    const { [head]: _, ...others } = tree;
    return others;
  }
  const child = tree[head];
  return isJsonObject(child) ? { ...tree, [head]: removed(child, members, index + 1) } : tree;
};
