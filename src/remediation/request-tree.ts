import { isJsonObject, type Json, type JsonObject } from '../pool/json.ts';

/** A copy of a tree in which the member at the dotted path has this value; parents are made where they lack. */
export const withMember = (tree: JsonObject, path: string, value: Json): JsonObject => {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...tree, [head]: value };
  const child = tree[head];
  return { ...tree, [head]: withMember(isJsonObject(child) ? child : {}, rest.join('.'), value) };
};

/** A copy of a tree without the member at the dotted path. Parents stay, even when nothing is left in them. */
export const withoutMember = (tree: JsonObject, path: string): JsonObject => {
  const [head = '', ...rest] = path.split('.');
  const { [head]: child, ...others } = tree;
  if (rest.length === 0) return others;
  return isJsonObject(child) ? { ...tree, [head]: withoutMember(child, rest.join('.')) } : tree;
};
