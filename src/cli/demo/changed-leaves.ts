import { isJsonObject, type Json, type JsonObject } from '../../pool/json.ts';

/** Moves with every write, whoever makes it. */
const clock = ['LastModifiedDate'];

/** Every leaf of a tree by its dotted path; lists are leaves. */
const leavesOf = (node: Json | undefined, path = ''): [string, string][] =>
  isJsonObject(node)
    ? Object.entries(node).flatMap(([member, value]) =>
        leavesOf(value, path === '' ? member : `${path}.${member}`),
      )
    : [[path, JSON.stringify(node)]];

/** The paths at which two descriptions of a pool differ, and how many leaves the first has. */
export const changedLeaves = (
  before: JsonObject,
  after: JsonObject,
): { readonly changed: readonly string[]; readonly total: number } => {
  const from = new Map(leavesOf(before));
  const to = new Map(leavesOf(after));
  const paths = [...new Set([...from.keys(), ...to.keys()])].filter((path) => !clock.includes(path));
  return {
    changed: paths.filter((path) => from.get(path) !== to.get(path)),
    total: from.size - clock.length,
  };
};
